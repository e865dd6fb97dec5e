using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>The contract of <c>[GuardedBy]</c>: all named locks to write, any of them to read, each of the object whose member it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnguardedAccess() : FearlessAnalyzer(Descriptors.FEAR4001_UnguardedAccess)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        // A guarded member that is not private is accessed from types that have no marker of their own.
        if (registration.Scope.Types.HasMarkers)
            registration.ForTypes(registration.Scope.Guarded, Check);
    }

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        var uses = new ObjectUse(scope.Types.Catalog, scope.Effects);
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var guards = GuardNames.Of(member);
            if (guards.Count == 0)
                continue;
            var minds = MemberType.Of(member) is { IsReferenceType: true } type && scope.Types.Judge(type, Trait.Sync) != Verdict.Yes;
            var reported = new HashSet<SyntaxNode>();
            foreach (var access in facts.AccessesTo(member))
            {
                var effect = minds ? uses.Of(access.Reference) : ObjectEffect.None;
                var ofSlot = !access.IsAlias && !(MemberType.IsReadOnly(member) && (effect == ObjectEffect.None || !minds));
                if (!ofSlot && effect is not (ObjectEffect.Read or ObjectEffect.Write))
                    continue;
                var touch = new Touch(access, ofSlot, effect);

                // Nobody has the object any more when its finalizer runs.
                if (access is { Body.Owner: IMethodSymbol { MethodKind: MethodKind.Destructor }, Path.Root: PathRoot.This })
                    continue;
                if (Missing(touch, guards) is { } missing && !HiddenMembers.IsForTests(access.Body.Owner) && reported.Add(access.Syntax))
                    Report(context, member, touch, missing, guards);
            }
        }
    }

    /// <summary>The lock to take; null: enough is held.</summary>
    private static LockName? Missing(Touch touch, IReadOnlyList<LockName> guards)
    {
        LockName? missing = null;
        foreach (var guard in guards)
        {
            var isHeld = touch.Holds(guard) || HoldsFacade(touch, guard);
            if (isHeld && !touch.IsWrite)
                return null;
            if (!isHeld)
                missing ??= guard;
        }

        return missing;
    }

    /// <summary>
    /// A lock of the same kind inside an object that this one keeps: <c>_readSide.Enter()</c>. Which lock it was made with is out of sight; that
    /// it is the one that is meant is what it is for.
    /// </summary>
    private static bool HoldsFacade(Touch touch, LockName guard)
    {
        if (guard.LockClass is not { } lockClass)
            return false;
        if (LockNames.KindOf(MemberType.Of(lockClass)!) == LockKind.Monitor && ScopedLocks.IsInScopeOf(touch.Access.Reference, lockClass))
            return true;
        var strong = touch.IsWrite ? touch.Access.Locks : touch.Access.Locks.Concat(touch.Access.SharedLocks);
        foreach (var held in strong)
        {
            if (held.Scope == guard.Scope && held.Steps.Length > 1 && MemberType.IsReadOnly(held.Steps[0].Member!) && held.LockClass is { } other
                && SymbolEqualityComparer.Default.Equals(MemberType.Of(other), MemberType.Of(lockClass)) && MemberType.Of(other)?.SpecialType != SpecialType.System_Object)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(SymbolContext context, ISymbol member, Touch touch, LockName missing, IReadOnlyList<LockName> guards)
    {
        var access = touch.Access;
        var (state, advice) = access.SharedLocks.Contains(missing)
            ? ($"'{missing}' is held for reading only", $"take '{missing}' for writing")
            : HoldsAnother(access, missing) is { } other
                ? ($"the '{missing}' that is held belongs to another object ('{other}')", "take the lock of the object whose member it is")
                : touch.IsWrite && guards.Count > 1 && !MissesAll(touch, guards)
                    ? ($"a write needs all of its locks, and '{missing}' is not held", $"take '{missing}' as well")
                    : ($"'{missing}' is not held", $"take '{missing}', or mark the member [RequiresLock]");
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4001_UnguardedAccess,
            access.Syntax.GetLocation(),
            [member.Locations[0]],
            GuardFacts.Of(member, missing, touch.IsWrite),
            member.Name,
            touch.IsWrite ? "written" : "read",
            state,
            advice));
    }

    private static bool MissesAll(Touch touch, IReadOnlyList<LockName> guards)
    {
        foreach (var guard in guards)
        {
            if (touch.Holds(guard))
                return false;
        }

        return true;
    }

    private static AccessPath? HoldsAnother(StorageAccess access, LockName missing)
    {
        foreach (var held in access.Fact.Locks)
        {
            if (missing.LockClass is { } lockClass && SymbolEqualityComparer.Default.Equals(held.Path.LastMember, lockClass)
                && LockName.Relative(held.Path, access.Path)?.Equals(missing) != true)
            {
                return held.Path.Owner ?? held.Path;
            }
        }

        return null;
    }
}
