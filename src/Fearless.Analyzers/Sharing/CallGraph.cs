using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Who calls whom within one outermost type, which members become delegates, and which of those are started as work.</summary>
internal sealed class CallGraph
{
    private readonly Dictionary<ISymbol, List<CallSite>> _sites = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<ThreadRoot>> _started = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _escaped = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SpawnSite, ThreadRoot> _work = [];

    public CallGraph(IReadOnlyList<MemberBody> bodies)
    {
        foreach (var body in bodies)
        {
            if (body.Facts is not { } facts)
                continue;
            AddCalls(body, facts);
            AddWork(body, facts);
            AddDelegates(body, facts);
        }

        foreach (var kept in KeptWork.In(bodies))
        {
            _escaped.Remove(kept.Method);
            AddStarted(kept.Method, new ThreadRoot(ThreadRootKind.Work, kept.Starter.Owner, kept.Site, kept.Starter));
        }
    }

    /// <summary>All that is called, in no promised order.</summary>
    public IReadOnlyCollection<ISymbol> Targets => _sites.Keys;

    public IReadOnlyList<CallSite> SitesOf(ISymbol member) => _sites.TryGetValue(member, out var sites) ? sites : [];

    /// <summary>The work that begins in this method.</summary>
    public IReadOnlyList<ThreadRoot> WorkOf(ISymbol member) => _started.TryGetValue(member, out var work) ? work : [];

    /// <summary>It becomes a delegate of which nobody here knows when it runs.</summary>
    public bool Escapes(ISymbol member) => _escaped.Contains(member);

    public ThreadRoot RootOf(SpawnSite site) => _work.TryGetValue(site, out var root) ? root : ThreadRoot.Unknown;

    private void AddCalls(MemberBody body, BodyFacts facts)
    {
        foreach (var call in facts.Calls)
            Add(call.Target.OriginalDefinition, new CallSite(body, call.Syntax, call.Context, call.Locks, call.Receiver));

        // Reading a property runs its getter.
        foreach (var access in facts.Accesses)
        {
            if (access.Path.LastMember is not IPropertySymbol property || property.DeclaringSyntaxReferences.IsEmpty)
                continue;
            var site = new CallSite(body, access.Syntax, access.Context, access.Locks, access.Path.Owner);
            if ((access.Kind & AccessKind.Read) != 0 && property.GetMethod is { } getter)
                Add(getter, site);
            if (access.IsWrite && property.SetMethod is { } setter)
                Add(setter, site);
        }
    }

    private void AddWork(MemberBody body, BodyFacts facts)
    {
        foreach (var site in facts.Spawns)
        {
            var root = new ThreadRoot(ThreadRootKind.Work, body.Owner, site, body);
            _work[site] = root;
            if (site.Method is not { } method || site.Starts.Count == 0)
                continue;
            AddStarted(method.OriginalDefinition, root);
        }
    }

    private void AddStarted(ISymbol method, ThreadRoot root)
    {
        if (!_started.TryGetValue(method, out var work))
            _started.Add(method, work = []);
        work.Add(root);
    }

    private void AddDelegates(MemberBody body, BodyFacts facts)
    {
        foreach (var operation in body.Root.Descendants())
        {
            if (operation is not IMethodReferenceOperation { Method: { MethodKind: MethodKind.Ordinary } method })
                continue;
            var isStarted = false;
            foreach (var site in facts.Spawns)
                isStarted |= SymbolEqualityComparer.Default.Equals(site.Method?.OriginalDefinition, method.OriginalDefinition);
            if (!isStarted)
                _escaped.Add(method.OriginalDefinition);
        }
    }

    private void Add(ISymbol target, CallSite site)
    {
        if (!_sites.TryGetValue(target, out var sites))
            _sites.Add(target, sites = []);
        sites.Add(site);
    }
}
