using System.Collections.Concurrent;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>The bodies of methods and what the engine finds in them: bound only when somebody asks, and once each.</summary>
internal sealed class FunctionBodies(Compilation compilation, BodyFactsCache facts)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ProgramBody?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Null: it has no body here, or one that is beyond the engine.</summary>
    public ProgramBody? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        method = (method.PartialImplementationPart ?? method).OriginalDefinition;
        // Not GetOrAdd: a search that is cancelled must leave nothing behind.
        return _known.TryGetValue(method, out var known) ? known : _known.GetOrAdd(method, Find(method, cancellation));
    }

    private ProgramBody? Find(IMethodSymbol method, CancellationToken cancellation)
    {
        if (method.IsAbstract || method.DeclaringSyntaxReferences.Length != 1)
            return null;
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        if (!compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return null;
        var root = SourceModels.Of(compilation, syntax.SyntaxTree).GetOperation(syntax, cancellation);
        while (root?.Parent is { } parent)
            root = parent;

        // The block, as an operation-block action would be given it, so that all share their facts.
        var block = root is IMethodBodyBaseOperation whole ? (IOperation?)whole.BlockBody ?? whole.ExpressionBody : root as IBlockOperation;
        return block is not null && facts.Of(block, method, _ => GraphOf(root!), cancellation) is { } found ? new ProgramBody(root!, found) : null;
    }

    private static ControlFlowGraph GraphOf(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        _ => ControlFlowGraph.Create((IBlockOperation)root),
    };
}
