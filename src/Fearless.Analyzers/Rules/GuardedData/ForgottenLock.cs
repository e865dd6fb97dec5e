using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>A member that most of its accesses reach under one lock, and one that does not take it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForgottenLock() : FearlessAnalyzer(Descriptors.FEAR4002_ForgottenLock)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Locks, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if ((TypeMarkers.OfStorage(member) & (Marks.GuardedBy | Marks.AssumeSync)) != 0)
                continue;

            // A protected member is guarded by the base, and forgotten by what derives from it.
            var home = facts.IsOwn(member) ? facts
                : member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal
                    ? scope.TypeFacts.Of(member.ContainingType, context.CancellationToken)
                    : null;

            // A member of an object that only this type has: it is this type's lock that guards it.
            var isHeld = home is null;
            home ??= facts;
            if (!IsEverLocked(member, home))
                continue;
            var touches = Touches.Of(member, home, scope);
            touches.RemoveAll(touch => !Counts(touch, home) || (isHeld && !IsOfPrivateObject(touch.Access, facts)));
            if (Guard.Infer(member, touches, home) is not { } guard)
                continue;
            if (home != facts)
                touches.AddRange(Touches.Of(member, facts, scope).FindAll(touch => Counts(touch, facts)));
            var forgotten = touches.FindAll(touch => facts.Bodies.Contains(touch.Access.Body) && IsForgotten(touch, guard, member, touches, facts, scope));
            if (forgotten.Count > 0)
                Report(context, facts, member, forgotten, touches, guard, scope);
        }
    }

    /// <summary><c>_totals.Hits</c>, where <c>_totals</c> is a private field of this type.</summary>
    private static bool IsOfPrivateObject(StorageAccess access, TypeFacts facts) => !access.IsAlias && access.Path is { Root: PathRoot.This or PathRoot.Static, Steps: { Length: 2 } steps }
        && steps[0].Member is IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field && facts.IsOwn(field);

    private static bool IsForgotten(Touch touch, Guard guard, ISymbol member, List<Touch> all, TypeFacts facts, CompilationScope scope) =>
        !touch.Holds(guard.Name) && !touch.Access.HoldsStrangeLock
        && !HarmlessTouches.IsHarmless(touch, guard, member, all, facts) && !StateLooks.IsAtObject(touch, guard, scope.Effects)
        && !IsApartFromWrites(touch, all, scope) && !PublishedByFlag.Covers(touch, all, facts) && !PublishedBySignal.Covers(touch, all) && !NamedThreads.HaveAllWrites(touch, all) && !SetUps.IsByMaker(touch.Access, facts);

    /// <summary>It calls the object, and nothing that others call on it touches the same members of it: the object looks after itself.</summary>
    private static bool IsApartFromWrites(Touch touch, List<Touch> all, CompilationScope scope)
    {
        if (SharedTouches.MethodOf(touch) is null)
            return false;
        foreach (var other in all)
        {
            if (other.IsOfSlot && other.Access.IsWrite)
                return false;
            if ((touch.IsWrite || other.IsWrite) && !SharedTouches.AreApart(touch, other, scope))
                return false;
        }

        return true;
    }

    /// <summary>Before anything is judged: most members are never touched under any lock.</summary>
    private static bool IsEverLocked(ISymbol member, TypeFacts facts)
    {
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.Locks.Count > 0 || access.SharedLocks.Count > 0)
                return true;
        }

        return false;
    }

    /// <summary>Code that nothing calls, and code of which nobody knows when it runs, is no evidence.</summary>
    private static bool Counts(Touch touch, TypeFacts facts)
    {
        if (touch.Access.Context == ThreadContext.Unknown)
            return false;
        var roots = facts.RootsOf(touch.Access);
        return roots.Count > 0 && !HiddenMembers.IsForTests(touch.Access.Body.Owner);
    }

    private static void Report(SymbolContext context, TypeFacts facts, ISymbol member, List<Touch> forgotten, List<Touch> all, Guard guard, CompilationScope scope)
    {
        var touch = forgotten[0];
        var others = new List<FoldedPlace>();
        for (var i = 1; i < forgotten.Count; i++)
            others.Add(new FoldedPlace(forgotten[i].Syntax.GetLocation(), GuardFacts.Of(member, guard.Name, forgotten[i].IsWrite)));
        context.ReportDiagnostic(Folding.Create(
            Descriptors.FEAR4002_ForgottenLock,
            scope.Options.Mode,
            touch.Syntax.GetLocation(),
            [guard.Write.Syntax.GetLocation()],
            GuardFacts.Of(member, guard.Name, touch.IsWrite),
            others,
            member.Name,
            touch.IsWrite ? "written" : "read",
            SymbolEqualityComparer.Default.Equals(guard.Name.LockClass, member) ? $"its lock ('{guard.Name}' itself)" : $"'{guard.Name}'",
            Evidence(facts, member, touch, all, guard),
            Places.Of(guard.Write.Syntax, touch.Syntax),
            Places.Others(others.Count)));
    }

    /// <summary>What convinced: most accesses, or all that change it.</summary>
    private static string Evidence(TypeFacts facts, ISymbol member, Touch touch, List<Touch> all, Guard guard)
    {
        // In a derived type, the base's accesses are all the others.
        var others = facts.IsOwn(member) ? guard.Total - touch.Weight : guard.Total;
        if (others == guard.Held)
            return others == 2 ? "both of its other accesses" : $"all {others} of its other accesses";
        if (guard.Held * 3 >= guard.Total * 2 || !guard.HoldsEveryWrite)
            return $"{guard.Held} of its {others} other accesses";
        var writes = all.FindAll(static other => other.IsWrite).Count;
        return writes == 1 ? "the only access that changes it" : $"all {writes} accesses that change it";
    }
}
