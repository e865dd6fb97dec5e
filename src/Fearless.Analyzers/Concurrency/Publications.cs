using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>An object that was made here, stored where others can see it, and only then finished.</summary>
/// <param name="store">The target of the assignment.</param>
/// <param name="member">The field or property.</param>
/// <param name="change">What still happens to the object.</param>
internal sealed class Publication(IOperation store, ISymbol member, SharedUse change)
{
    public IOperation Store { get; } = store;

    public ISymbol Member { get; } = member;

    public SharedUse Change { get; } = change;
}

internal static class Publications
{
    public static List<Publication> Find(IOperation block, BodyFacts facts, CallEffects effects)
    {
        var found = new List<Publication>();
        List<SharedUse>? uses = null;
        foreach (var operation in block.Descendants())
        {
            if (operation is not ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation, Member: var member } target } assignment
                || member is not (IFieldSymbol or IPropertySymbol) || Slot(target.Syntax, facts) is not { } slot || slot.Context == ThreadContext.Unknown)
                continue;
            var made = assignment.Value.Unwrap();
            ISymbol? local = null;
            if (made is ILocalReferenceOperation reference)
            {
                local = reference.Local;
                made = Initializer(block, local);
            }

            if (made is not (IObjectCreationOperation or IArrayCreationOperation) || HowShared(member, slot, target.Syntax, facts) is not { } sharing)
                continue;
            foreach (var use in uses ??= SharedUses.All(facts, effects))
            {
                if (use.IsWrite && !use.IsSlotOf(slot.Path) && Concerns(use, slot.Path, local) && Follows(use.Access, assignment.Syntax)
                    && (sharing == Sharing.WithoutLock || !use.Access.SharesLockWith(slot)))
                {
                    found.Add(new Publication(target, member, use));
                    break;
                }
            }
        }

        return found;
    }

    private enum Sharing
    {
        /// <summary>Others read the field without any lock.</summary>
        WithoutLock,

        /// <summary>Others take the lock that the store holds.</summary>
        UnderLock,
    }

    /// <summary>Null: nothing shows that anybody else looks at the field meanwhile.</summary>
    private static Sharing? HowShared(ISymbol member, AccessFact slot, SyntaxNode target, BodyFacts facts)
    {
        if (member is IFieldSymbol { IsVolatile: true })
            return Sharing.WithoutLock;
        if (!slot.Locks.IsEmpty)
            return Sharing.UnderLock;

        // Made on demand: whoever comes second finds it there, and takes it as it is.
        return IsOnDemand(member, target, facts) && (member.IsStatic || StartsWork(member.ContainingType)) ? Sharing.WithoutLock : null;
    }

    private static bool IsOnDemand(ISymbol member, SyntaxNode target, BodyFacts facts)
    {
        if (target.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is ConstructorDeclarationSyntax || member.HasThreadStatic())
            return false;
        foreach (var slot in facts.Objects.Slots)
        {
            if (slot.IsWrite || slot.Syntax.SpanStart >= target.SpanStart || !slot.Locks.IsEmpty || !SymbolEqualityComparer.Default.Equals(slot.Path.LastMember, member.OriginalDefinition))
                continue;
            if (slot.Syntax.FirstAncestorOrSelf<IfStatementSyntax>() is { } test && test.Condition.FullSpan.Contains(slot.Syntax.Span)
                && (test.Statement.FullSpan.Contains(target.Span) || test.Statement.DescendantNodesAndSelf().Any(SyntaxKind.ReturnStatement)))
                return true;
        }

        return false;
    }

    private static bool StartsWork(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax().DescendantNodes())
            {
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Run" or "StartNew" or "QueueUserWorkItem" } }
                    or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Thread" } })
                    return true;
            }
        }

        return false;
    }

    private static bool Concerns(SharedUse use, AccessPath slot, ISymbol? local)
    {
        var path = use.Access.Path;
        if (slot.IsPrefixOf(path))
            return true;
        return local is not null && SymbolEqualityComparer.Default.Equals(path.Variable, local);
    }

    /// <summary>The change stands after the store, where every way from the store leads.</summary>
    private static bool Follows(AccessFact change, SyntaxNode store)
    {
        if (change.Syntax.SpanStart < store.Span.End)
            return false;
        for (SyntaxNode? node = store; node is not null; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax)
                return node is not MemberDeclarationSyntax || node.FullSpan.Contains(change.Syntax.Span);
            if (node is BlockSyntax block && block.FullSpan.Contains(change.Syntax.Span))
                return true;

            // A lock statement is left on the way; a branch is not.
            if (node is StatementSyntax and not (ExpressionStatementSyntax or BlockSyntax or LockStatementSyntax or UsingStatementSyntax or TryStatementSyntax))
                return node.FullSpan.Contains(change.Syntax.Span) && node is not (IfStatementSyntax or SwitchStatementSyntax);
        }

        return false;
    }

    private static AccessFact? Slot(SyntaxNode target, BodyFacts facts)
    {
        foreach (var slot in facts.Objects.Slots)
        {
            if (slot.IsWrite && slot.Syntax == target)
                return slot;
        }

        return null;
    }

    private static IOperation? Initializer(IOperation block, ISymbol local)
    {
        IOperation? value = null;
        foreach (var operation in block.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } } && SymbolEqualityComparer.Default.Equals(assigned, local))
                return null;
            if (operation is IVariableDeclaratorOperation { Initializer.Value: var initial, Symbol: var declared } && SymbolEqualityComparer.Default.Equals(declared, local))
                value = initial.Unwrap();
        }

        return value;
    }

    private static bool HasThreadStatic(this ISymbol member)
    {
        foreach (var data in member.GetAttributes())
        {
            if (data.AttributeClass is { Name: "ThreadStaticAttribute" })
                return true;
        }

        return false;
    }

    private static bool Any(this IEnumerable<SyntaxNode> nodes, SyntaxKind kind)
    {
        foreach (var node in nodes)
        {
            if (node.IsKind(kind))
                return true;
        }

        return false;
    }
}
