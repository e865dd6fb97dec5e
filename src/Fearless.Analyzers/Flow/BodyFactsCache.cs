using System;
using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>The facts of each body, computed once per compilation however many rules ask.</summary>
internal sealed class BodyFactsCache(MethodSummaries summaries, Failures failures)
{
    private readonly ConcurrentDictionary<SyntaxNode, BodyTraits> _traits = new();
    private readonly ConcurrentDictionary<SyntaxNode, BodyFacts?> _facts = new();

    /// <summary>Null: the body has none of the traits, or is beyond the engine.</summary>
    public BodyFacts? Of(BodyContext context, IOperation block, BodyTraits traits)
    {
        if ((_traits.GetOrAdd(block.Syntax, syntax => BodyTraitsReader.Read(syntax, summaries.WrapperNames)) & traits) == 0)
            return null;
        return Of(block, context.OwningSymbol, context.GetControlFlowGraph, context.CancellationToken);
    }

    public BodyFacts? Of(IOperation block, ISymbol owner, Func<IOperation, ControlFlowGraph> cfgOf, CancellationToken cancellation)
    {
        // No factory: one that is cancelled must leave nothing behind. Two threads may compute the same facts; all get those of the first.
        if (_facts.TryGetValue(block.Syntax, out var facts))
            return facts;
        try
        {
            facts = BodyAnalysis.Run(block, owner, cfgOf, summaries, cancellation);
        }
        catch (Exception exception) when (failures.Keep(owner, exception))
        {
            facts = null;
        }

        return _facts.GetOrAdd(block.Syntax, facts);
    }
}
