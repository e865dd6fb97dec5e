using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>Locks a private readonly field instead, in every place that locks the same thing.</summary>
internal static class PrivateGate
{
    public static Task<FixOffer?> OfferAsync(LockFixContext context) => Task.FromResult(Offer(context));

    private static FixOffer? Offer(LockFixContext context)
    {
        if (LockKey.Of(context.Reported, context) is not { } key)
            return null;
        var group = context.All.Where(site => LockKey.Of(site, context) == key).ToList();
        if (OwnerOf(group, context) is not { } owner || DeclarationOf(owner, context) is not { } declaration
            || group.Exists(static site => Replacement(site, "gate") is null) || LockSharing.IsSharedOutside(key, group, owner, context))
        {
            return null;
        }

        var isStatic = IsStatic(group, context);
        if (!CanHold(owner, isStatic, context.Reported))
            return null;

        var field = new GateField(context, group, owner, declaration, isStatic);
        return new FixOffer("Lock a private readonly field", "LockPrivateField", (editor, session) =>
        {
            if (!session.Once((declaration, key)))
                return;
            var name = field.Introduce(editor, session);
            foreach (var site in group)
                editor.ReplaceNode(site.Expression, Replacement(site, name)!.WithTriviaFrom(site.Expression));
            foreach (var local in UnusedLocals(group, context))
                StatementEdits.Remove(editor, local);
        });
    }

    // The innermost type around all of them; the type of the member, where it is one.
    private static INamedTypeSymbol? OwnerOf(List<LockSite> group, LockFixContext context)
    {
        var reported = context.Reported;
        var owner = reported.Target.FreshLocal is null && !FreshObject.IsMadeBy(reported.Target.Origin) && reported.Member is { } member
            ? member.ContainingType
            : context.TypeAround(reported.Node);
        for (; owner is not null; owner = owner.ContainingType)
        {
            if (group.TrueForAll(site => IsWithin(context.TypeAround(site.Node), owner)))
                return owner.TypeKind is TypeKind.Class or TypeKind.Struct ? owner : null;
            if (reported.Member is not null)
                return null;
        }

        return null;
    }

    private static bool IsWithin(INamedTypeSymbol? type, INamedTypeSymbol owner)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, owner.OriginalDefinition))
                return true;
        }

        return false;
    }

    private static TypeDeclarationSyntax? DeclarationOf(INamedTypeSymbol owner, LockFixContext context) => context.Reported.Node
        .Ancestors().OfType<TypeDeclarationSyntax>()
        .FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(context.Model.GetDeclaredSymbol(type), owner.OriginalDefinition));

    private static bool IsStatic(List<LockSite> group, LockFixContext context)
    {
        var origin = context.Reported.Target.Origin;
        if (origin.Type is { Name: "Type" } && context.Reported.Member is not IFieldSymbol || origin.ConstantValue.HasValue)
            return true;
        if (context.Reported.Target.FreshLocal is null && !FreshObject.IsMadeBy(origin) && context.Reported.Member is { } member)
            return member.IsStatic;
        return group.Exists(site => StaticContext.IsAround(site.Node));
    }

    // A record compares its fields, and a struct copies them: neither has room for a lock of its own. One static field of a generic type
    // is many, which is right for its own Type object alone.
    private static bool CanHold(INamedTypeSymbol owner, bool isStatic, LockSite reported)
    {
        if (!isStatic)
            return owner is { IsValueType: false, IsRecord: false };
        for (var type = owner; type is not null; type = type.ContainingType)
        {
            if (type.IsGenericType && reported.Target.Origin.ConstantValue.HasValue)
                return false;
        }

        return true;
    }

    /// <summary>The same receiver, and the new field; null if evaluating the old expression did something else as well.</summary>
    private static ExpressionSyntax? Replacement(LockSite site, string name)
    {
        if (!PlainExpression.Is(site.Expression))
            return null;
        var identifier = Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName(name);
        var isFresh = site.Target.FreshLocal is not null || FreshObject.IsMadeBy(site.Target.Origin);
        if (isFresh || site.Member is null || site.Member.Name == "GetType")
            return identifier;

        var origin = site.Target.Origin.Syntax is InvocationExpressionSyntax call ? call.Expression : site.Target.Origin.Syntax;
        if (origin is not MemberAccessExpressionSyntax access)
            return origin is SimpleNameSyntax ? identifier : null;
        var isAlias = !site.Expression.Span.Contains(origin.Span);
        return isAlias && access.Expression is not ThisExpressionSyntax && !site.Member.IsStatic ? null : access.WithName(identifier).WithoutTrivia();
    }

    private static IEnumerable<StatementSyntax> UnusedLocals(List<LockSite> group, LockFixContext context)
    {
        foreach (var site in group)
        {
            if (site.Target is { FreshLocal: { Values.Count: 1 } uses, Origin: Microsoft.CodeAnalysis.Operations.ILocalReferenceOperation { Local: var local } }
                && uses.Reads.All(read => group.Exists(other => other.Expression.Span.Contains(read.Syntax.Span)))
                && local.DeclaringSyntaxReferences is { Length: 1 } references
                && references[0].GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement },
                } variable
                && variable.Initializer is { Value: var value } && PlainExpression.Is(value) && !statement.ContainsDirectives
                && group.Find(other => other.Target.Origin is Microsoft.CodeAnalysis.Operations.ILocalReferenceOperation same
                    && SymbolEqualityComparer.Default.Equals(same.Local, local)) == site)
            {
                yield return statement;
            }
        }
    }
}
