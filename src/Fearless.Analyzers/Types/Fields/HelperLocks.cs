using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>
/// Private helpers run with the locks that all of their callers hold, and one that only constructors call is part of the construction.
/// Sees <c>lock</c> statements around the calls and the callers' own contracts.
/// </summary>
internal sealed class HelperLocks
{
    // Helpers of helpers; deeper, only their own contracts count.
    private const int MaxDepth = 3;

    private readonly Dictionary<ISymbol, List<Site>> _sites = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _escaped = new(SymbolEqualityComparer.Default);

    public void Visit(IOperation body, ISymbol owner)
    {
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary } target } call:
                    AddSite(target.OriginalDefinition, new Site(owner, call, IsOnThis(call)));
                    break;
                case IMethodReferenceOperation reference:
                    _escaped.Add(reference.Method.OriginalDefinition);
                    break;
            }
        }
    }

    /// <summary>Null: it runs only while the object is made.</summary>
    public HashSet<LockName>? Of(ISymbol owner) => Of(owner, []);

    private HashSet<LockName>? Of(ISymbol owner, HashSet<ISymbol> path)
    {
        var held = new HashSet<LockName>(RequiredLocks.Of(owner));
        if (owner is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor })
            return null;
        if (_escaped.Contains(owner) || !_sites.TryGetValue(owner, out var sites) || path.Count > MaxDepth || !path.Add(owner))
            return held;

        HashSet<LockName>? common = null;
        var constructs = true;
        foreach (var site in sites)
        {
            var atSite = site.IsOnThis ? Of(site.Caller, path) : [];
            if (atSite is null)
                continue;
            constructs = false;
            if (site.IsOnThis)
                atSite.UnionWith(site.Enclosing);
            if (common is null)
                common = atSite;
            else
                common.IntersectWith(atSite);
        }

        path.Remove(owner);
        if (constructs)
            return null;
        held.UnionWith(common!);
        return held;
    }

    private void AddSite(ISymbol target, Site site)
    {
        if (!_sites.TryGetValue(target, out var sites))
            _sites.Add(target, sites = []);
        sites.Add(site);
    }

    private static bool IsOnThis(IInvocationOperation call) => call.TargetMethod.IsStatic || call.Instance is IInstanceReferenceOperation;

    private static HashSet<LockName> EnclosingLocks(IOperation call)
    {
        var names = new HashSet<LockName>();
        var paths = new PathResolver(new VariableTable(), null);
        for (var parent = call.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is ILockOperation locked && paths.Resolve(locked.LockedValue) is { Root: PathRoot.This or PathRoot.Static } path)
                names.Add(new LockName(path.Root == PathRoot.Static, path.Steps));
        }

        return names;
    }

    private sealed class Site(ISymbol caller, IOperation call, bool isOnThis)
    {
        public ISymbol Caller { get; } = caller;

        public HashSet<LockName> Enclosing { get; } = EnclosingLocks(call);

        public bool IsOnThis { get; } = isOnThis;
    }
}
