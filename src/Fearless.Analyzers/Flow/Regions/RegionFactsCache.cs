using System.Collections.Concurrent;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers.Flow;

/// <summary>The region facts of each body that gives something away, computed once per compilation however many rules ask.</summary>
internal sealed class RegionFactsCache(Compilation compilation, TypeKnowledge types)
{
    private static readonly RegionFacts _nothing = new();

    private readonly ConcurrentDictionary<SyntaxNode, RegionFacts> _facts = new();

    public ValueFlows Flows { get; } = new(compilation, type => HasOwner(type, types));

    public RegionFacts Of(BodyContext context, IOperation block)
    {
        // Not GetOrAdd: a search that is cancelled must leave nothing behind.
        if (!_facts.TryGetValue(block.Syntax, out var facts))
        {
            facts = RegionSinks.MayHave(block.Syntax, types.HasMarkers) && RegionSinks.Has(block)
                ? RegionAnalysis.Run(block, context.OwningSymbol, context.GetControlFlowGraph, Flows, context.CancellationToken) ?? _nothing
                : _nothing;
            _facts.TryAdd(block.Syntax, facts);
        }

        return facts;
    }

    /// <summary>Several threads must not use one value of the type at the same time; copies of plain values are nobody's business.</summary>
    public static bool HasOwner(ITypeSymbol type, TypeKnowledge types) => type is not IErrorTypeSymbol && !type.IsUnmanagedType && types.Judge(type, Trait.Sync) != Verdict.Yes;
}
