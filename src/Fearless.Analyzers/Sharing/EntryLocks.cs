using System;
using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// The locks with which a member begins: those that it requires by contract, and for one that only code of its own type or of its base can call,
/// those that every call holds. Calls by which the object is made or disposed do not count: nobody else has it then.
/// </summary>
internal sealed class EntryLocks(IReadOnlyList<MemberBody> bodies, CallGraph calls, ThreadRoots roots, SetUpPhase setUp, Func<INamedTypeSymbol, TypeStructure?> structures)
{
    // Null stands for 'no call counts': whatever is asked for, is held.
    private Dictionary<ISymbol, HashSet<LockName>?>? _held;

    public IReadOnlyCollection<LockName> Of(ISymbol member) => Held().TryGetValue(member, out var held) && held is not null ? held : RequiredLocks.Of(member);

    /// <summary>A step of a template method: made to be called by the type itself.</summary>
    public static bool IsTemplate(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Protected or Accessibility.ProtectedAndInternal, IsSealed: false } && (member.IsAbstract || member.IsVirtual || member.IsOverride);

    private Dictionary<ISymbol, HashSet<LockName>?> Held()
    {
        if (Volatile.Read(ref _held) is { } known)
            return known;
        var held = Solve();
        return Interlocked.CompareExchange(ref _held, held, null) ?? held;
    }

    /// <summary>Down from 'everything is held', until each member has no more than its calls give it.</summary>
    private Dictionary<ISymbol, HashSet<LockName>?> Solve()
    {
        var held = new Dictionary<ISymbol, HashSet<LockName>?>(SymbolEqualityComparer.Default);
        var open = new List<ISymbol>();
        foreach (var body in bodies)
            Begin(body.Owner, held, open);
        foreach (var target in calls.Targets)
        {
            // What the base is called for, its own structure knows.
            if (target.ContainingType is { } type && SymbolEqualityComparer.Default.Equals(MemberShape.Outermost(type).OriginalDefinition, roots.Outermost))
                Begin(target, held, open);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var member in open)
            {
                var now = OfCalls(member, held);
                changed |= now?.Count != held[member]?.Count;
                held[member] = now;
            }
        }

        return held;
    }

    private void Begin(ISymbol member, Dictionary<ISymbol, HashSet<LockName>?> held, List<ISymbol> open)
    {
        if (held.ContainsKey(member))
            return;
        var isTold = StepOf(member) is null && ((roots.IsEntry(member) && !IsTemplate(member)) || calls.SitesOf(member).Count == 0);
        if (member is not IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } && (isTold || calls.Escapes(member) || calls.WorkOf(member).Count > 0))
        {
            held.Add(member, [.. RequiredLocks.Of(member)]);
            return;
        }

        held.Add(member, null);
        if (!IsConstructor(member))
            open.Add(member);
    }

    private static bool IsConstructor(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };

    /// <summary>What the override is called for.</summary>
    private static ISymbol? StepOf(ISymbol member) =>
        member is IMethodSymbol { IsOverride: true, OverriddenMethod: { } overridden } && IsTemplate(overridden) ? overridden.OriginalDefinition : null;

    private HashSet<LockName>? OfCalls(ISymbol member, Dictionary<ISymbol, HashSet<LockName>?> held)
    {
        HashSet<LockName>? common = null;
        if (StepOf(member) is { } step)
            Meet(ref common, OfStep(step, held));
        foreach (var site in calls.SitesOf(member))
        {
            var receiver = site.Receiver ?? (member.IsStatic ? AccessPath.This : null);
            var onThis = receiver is { Root: PathRoot.This, Steps.IsEmpty: true } && site.Context == ThreadContext.Main;
            if (onThis && IsAlone(site, member))
                continue;
            HashSet<LockName> atSite = [];
            if (onThis && held.TryGetValue(site.Caller.Owner, out var ofCaller))
            {
                if (ofCaller is null)
                    continue;
                atSite.UnionWith(ofCaller);
            }

            foreach (var lockHeld in site.Locks)
            {
                if (receiver is not null && LockName.Relative(lockHeld.Path, receiver.Member(member)) is { } name)
                    atSite.Add(name);
            }

            Meet(ref common, atSite);
        }

        common?.UnionWith(RequiredLocks.Of(member));
        return common;
    }

    private HashSet<LockName>? OfStep(ISymbol step, Dictionary<ISymbol, HashSet<LockName>?> held)
    {
        if (held.TryGetValue(step, out var own))
            return own;
        return structures(step.ContainingType)?.Entry.Held() is { } others ? others.TryGetValue(step, out var other) ? other : [.. RequiredLocks.Of(step)] : [];
    }

    private static void Meet(ref HashSet<LockName>? common, HashSet<LockName>? more)
    {
        if (more is null)
            return;
        if (common is null)
            common = [.. more];
        else
            common.IntersectWith(more);
    }

    /// <summary>Nobody else has the object yet, or any more.</summary>
    private bool IsAlone(CallSite site, ISymbol member) =>
        Disposals.IsOne(site.Caller.Owner) || (!setUp.HandsOver(member) && setUp.Covers(site.Caller, site.Syntax, SetUpEvidence.Order));
}
