using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>What the runs over a member, its lambdas and its local functions share.</summary>
/// <param name="root">The member's own code.</param>
/// <param name="variables">Its variables.</param>
/// <param name="closures">What its lambdas and local functions use of their surroundings.</param>
/// <param name="flows">What callees do with what they are given.</param>
/// <param name="depth">How many calls have been followed to here.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class RegionModel(FunctionBody root, VariableTable variables, ClosureUses closures, ValueFlows flows, int depth, CancellationToken cancellation)
{
    private readonly HashSet<FunctionBody> _reached = [];
    private readonly Dictionary<ITypeSymbol, bool> _counts = new(SymbolEqualityComparer.Default);

    /// <summary>What the member returns.</summary>
    public static readonly object Result = new();

    public FunctionBody Root { get; } = root;

    public VariableTable Variables { get; } = variables;

    public FunctionTable Functions { get; } = new(root, variables, cancellation);

    public ClosureUses Closures { get; } = closures;

    public ValueFlows Flows { get; } = flows;

    public int Depth { get; } = depth;

    public CancellationToken Cancellation { get; } = cancellation;

    public PlaceTable Places { get; } = new();

    public RegionFacts Facts { get; } = new();

    /// <summary>The functions being run inside one another, to end recursion.</summary>
    public HashSet<FunctionBody> Active { get; } = [];

    /// <summary>What was said already at the call that is being run.</summary>
    public HashSet<Departure> Announced { get; } = [];

    /// <summary>Parameters of lambdas that stand for what a lock protects, while the lambda runs.</summary>
    public HashSet<ISymbol> Contents { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Where this object, a static or the caller was given something to keep.</summary>
    public Dictionary<int, (IOperation Value, ISymbol? Into)> Stores { get; } = [];

    /// <summary>The temporaries that hold what belongs to the thread that asked for it.</summary>
    public HashSet<int> ThreadOwned { get; } = [];

    /// <summary>Values of the type have an owner: several threads must not use one at the same time.</summary>
    public bool Counts(ITypeSymbol? type)
    {
        if (type is null or IErrorTypeSymbol)
            return false;
        if (!_counts.TryGetValue(type, out var counts))
            _counts.Add(type, counts = Flows.HasOwner(type));
        return counts;
    }

    public void MarkReached(FunctionBody function) => _reached.Add(function);

    public bool IsReached(FunctionBody function) => _reached.Contains(function);
}
