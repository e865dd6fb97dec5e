using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>What one run of the engine over a member has found; the rules read it.</summary>
internal sealed class BodyFacts
{
    private readonly Dictionary<(SyntaxNode Syntax, AccessKind Kind, ThreadContext Context), AccessFact> _accessIndex = [];
    private readonly List<AccessFact> _accesses = [];
    private readonly List<SignalFact> _signals = [];
    private readonly List<AcquisitionFact> _acquisitions = [];
    private readonly List<LeakFact> _leaks = [];

    private readonly Dictionary<(SyntaxNode Syntax, ThreadContext Context), CallFact> _callIndex = [];
    private readonly List<CallFact> _calls = [];

    private readonly Dictionary<SyntaxNode, HashSet<ThreadContext>> _runs = [];

    public IReadOnlyList<AccessFact> Accesses => _accesses;

    public IReadOnlyList<SignalFact> Signals => _signals;

    /// <summary>In the order in which they were met; one in a finally region may be there more than once.</summary>
    public IReadOnlyList<AcquisitionFact> Acquisitions => _acquisitions;

    public IReadOnlyList<LeakFact> Leaks => _leaks;

    /// <summary>Calls of methods whose source is here.</summary>
    public IReadOnlyList<CallFact> Calls => _calls;

    /// <summary>What happens to locks, and under them.</summary>
    public LockFacts Locks { get; } = new();

    public IReadOnlyList<SpawnSite> Spawns { get; set; } = [];

    /// <summary>The bits of the work that is handed to somebody to be run.</summary>
    public ulong Work
    {
        get
        {
            var work = 0UL;
            foreach (var site in Spawns)
                work |= site.IsRest ? 0 : site.Bit;
            return work;
        }
    }

    public ObjectFacts Objects { get; } = new();

    /// <summary>The work (by <see cref="SpawnSite.Bit"/>) that may still run when the code that started it has ended.</summary>
    public ulong Outliving { get; set; }

    public void AddAccess(AccessPath path, AccessKind kind, SyntaxNode syntax, ThreadContext context, FlowState state)
    {
        if (_accessIndex.TryGetValue((syntax, kind, context), out var known))
        {
            known.Merge(state);
            return;
        }

        var fact = new AccessFact(path, kind, syntax, context, state);
        _accessIndex.Add((syntax, kind, context), fact);
        _accesses.Add(fact);
    }

    public void AddCall(IMethodSymbol target, AccessPath? receiver, SyntaxNode syntax, ThreadContext context, FlowState state)
    {
        if (_callIndex.TryGetValue((syntax, context), out var known))
        {
            known.Merge(state);
            return;
        }

        var call = new CallFact(target, receiver, syntax, context, state);
        _callIndex.Add((syntax, context), call);
        _calls.Add(call);
    }

    public void AddAcquisition(AcquisitionFact acquisition) => _acquisitions.Add(acquisition);

    public void AddSignal(SignalFact signal) => _signals.Add(signal);

    public void AddLeak(LeakFact leak)
    {
        for (var i = 0; i < _leaks.Count; i++)
        {
            if (_leaks[i].Held.Acquisition != leak.Held.Acquisition)
                continue;
            // The stronger statement stays: without an exception over with one.
            if (_leaks[i].OnException && !leak.OnException)
                _leaks[i] = leak;
            return;
        }

        _leaks.Add(leak);
    }

    public void AddRun(SyntaxNode function, ThreadContext context)
    {
        if (!_runs.TryGetValue(function, out var contexts))
            _runs.Add(function, contexts = []);
        contexts.Add(context);
    }

    /// <summary>Who runs the lambda or local function: its variables are new ones for each of them.</summary>
    public IEnumerable<ThreadContext> RunsOf(SyntaxNode function) => _runs.TryGetValue(function, out var contexts) ? contexts : [];
}
