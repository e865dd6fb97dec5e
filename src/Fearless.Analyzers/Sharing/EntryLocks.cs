using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// The locks with which a member begins: those that it requires by contract, and for one that only code of its own type can call, those that
/// every call holds.
/// </summary>
internal sealed class EntryLocks(CallGraph calls, ThreadRoots roots, Func<IMethodSymbol, HashSet<ISymbol>, IReadOnlyCollection<LockName>?> ofBase)
{
    // Helpers of helpers; deeper, only their own contracts count.
    private const int MaxDepth = 5;

    private readonly ConcurrentDictionary<ISymbol, HashSet<LockName>> _known = new(SymbolEqualityComparer.Default);

    public IReadOnlyCollection<LockName> Of(ISymbol member) =>
        _known.GetOrAdd(member, _ => Of(member, new HashSet<ISymbol>(SymbolEqualityComparer.Default)) ?? []);

    /// <summary>Null: no call counts, because all are part of the construction, or of a recursion that is being looked at.</summary>
    public HashSet<LockName>? Of(ISymbol member, HashSet<ISymbol> path)
    {
        var held = new HashSet<LockName>(RequiredLocks.Of(member));
        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor })
            return null;
        if (calls.Escapes(member) || calls.WorkOf(member).Count > 0 || path.Count > MaxDepth)
            return held;
        if (member is IMethodSymbol { IsOverride: true, OverriddenMethod: { } overridden } && IsTemplate(overridden))
        {
            if (path.Add(member))
            {
                held.UnionWith(ofBase(overridden.OriginalDefinition, path) ?? []);
                path.Remove(member);
            }

            return held;
        }

        if ((roots.IsEntry(member) && !IsTemplate(member)) || calls.SitesOf(member).Count == 0 || !path.Add(member))
            return held;
        var common = OfCalls(calls.SitesOf(member), member, path);
        path.Remove(member);
        if (common is not null)
            held.UnionWith(common);
        return common is null ? null : held;
    }

    private HashSet<LockName>? OfCalls(IReadOnlyList<CallSite> sites, ISymbol member, HashSet<ISymbol> path)
    {
        HashSet<LockName>? common = null;
        foreach (var site in sites)
        {
            if (path.Contains(site.Caller.Owner))
                continue;
            var receiver = site.Receiver ?? (member.IsStatic ? AccessPath.This : null);
            var onThis = receiver is { Root: PathRoot.This, Steps.IsEmpty: true };
            HashSet<LockName>? atSite = [];
            if (onThis && site.Context == ThreadContext.Main && (atSite = Of(site.Caller.Owner, path)) is null)
                continue;
            foreach (var lockHeld in site.Locks)
            {
                if (receiver is not null && LockName.Relative(lockHeld.Path, receiver.Member(member)) is { } name)
                    atSite.Add(name);
            }

            if (common is null)
                common = [.. atSite];
            else
                common.IntersectWith(atSite);
        }

        return common;
    }

    /// <summary>A step of a template method: made to be called by the type itself.</summary>
    private static bool IsTemplate(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Protected or Accessibility.ProtectedAndInternal, IsSealed: false } && (member.IsAbstract || member.IsVirtual || member.IsOverride);
}
