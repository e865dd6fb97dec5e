using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A collection that is changed under a lock is handed out itself, as a view or as a query that is evaluated later: the caller reads it without the lock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GuardedDataEscape() : FearlessAnalyzer(Descriptors.FEAR4006_GuardedDataEscape)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Locks, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!facts.IsOwn(member) || (TypeMarkers.OfStorage(member) & Marks.AssumeSync) != 0 || MemberType.Of(member) is not { IsReferenceType: true } type || !IsCollection(type))
                continue;
            var exits = Exits(member, facts, scope, context.CancellationToken);
            if (exits.Count == 0)
                continue;
            var touches = Touches.Of(member, facts, scope);
            touches.RemoveAll(touch => IsFilling(touch, touches));
            if (!touches.Exists(static touch => touch.Effect == ObjectEffect.Write && touch.Access.Locks.Count > 0) || GuardOf(member, touches) is not { } guard)
                continue;
            foreach (var (access, how) in exits)
            {
                // Whoever gets the collection itself can lock it as well, if it is its own lock.
                if (how != Escape.Itself || !SymbolEqualityComparer.Default.Equals(guard.Name.LockClass, member))
                    Report(context, member, access, how, guard);
            }
        }
    }

    private static List<(StorageAccess Access, string How)> Exits(ISymbol member, TypeFacts facts, CompilationScope scope, CancellationToken cancellation)
    {
        var exits = new List<(StorageAccess, string)>();
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.Context == ThreadContext.Main && access.Path.Root is PathRoot.This or PathRoot.Static && !IsPrivate(access.Body.Owner) && Escape.Of(access.Reference) is { } how && !Escape.GoesIntoGuard(access.Reference, scope.Summaries, cancellation)
                && !HiddenMembers.IsForTests(access.Body.Owner) && !IsHandedOver(access, facts.AccessesTo(member)))
            {
                exits.Add((access, how));
            }
        }

        return exits;
    }

    /// <summary>The object changes hands: the member gets another one.</summary>
    private static bool IsHandedOver(StorageAccess access, IReadOnlyList<StorageAccess> all)
    {
        foreach (var other in all)
        {
            if (access.IsAlias && other.Body == access.Body && other.IsWrite && !other.IsAlias)
                return true;
        }

        return false;
    }

    /// <summary>What has just been made and stored is filled: afterwards it does not change any more. That it is stored too early, another rule says.</summary>
    private static bool IsFilling(Touch touch, List<Touch> all) => touch.Effect == ObjectEffect.Write && all.Exists(other =>
        other.Access.Body == touch.Access.Body && other.IsOfSlot && other.Access.IsWrite && other.Syntax.SpanStart < touch.Syntax.SpanStart
        && other.Access.Reference.UsedBy() is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation { Parent: { } block } } store
        && FreshObjects.IsMade(store.Value) && block.Syntax.Span.Contains(touch.Syntax.Span));

    private static Guard? GuardOf(ISymbol member, List<Touch> touches)
    {
        foreach (var name in Guard.Candidates(member, touches))
        {
            if (Guard.Of(name, touches) is { HoldsEveryWrite: true } guard)
                return guard;
        }

        return null;
    }

    private static bool IsCollection(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol)
            return true;
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable)
                return true;
        }

        return false;
    }

    private static bool IsPrivate(ISymbol owner) => owner.DeclaredAccessibility == Accessibility.Private
        && owner is not IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation };

    private static void Report(SymbolContext context, ISymbol member, StorageAccess access, string how, Guard guard) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4006_GuardedDataEscape,
            access.Syntax.GetLocation(),
            [guard.Write.Syntax.GetLocation()],
            GuardFacts.Of(member, guard.Name, isWrite: false).Add(GuardFacts.HeldKey, access.Holds(guard.Name, forWrite: false) ? "true" : "false"),
            member.Name,
            how,
            guard.Name.ToString(),
            guard.Write.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1));
}
