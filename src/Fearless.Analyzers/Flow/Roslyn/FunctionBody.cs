using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A member's body, a lambda or a local function, ready to be run.</summary>
internal sealed class FunctionBody(IMethodSymbol? symbol, SyntaxNode syntax, ControlFlowGraph cfg, FlowGraph graph, VariableTable variables)
{
    /// <summary>Null for an initialiser.</summary>
    public IMethodSymbol? Symbol { get; } = symbol;

    public SyntaxNode Syntax { get; } = syntax;

    public ControlFlowGraph Cfg { get; } = cfg;

    public FlowGraph Graph { get; } = graph;

    public FlowCaptures Captures { get; } = new(cfg);

    public ObjectPaths Objects => field ??= new ObjectPaths(variables, Captures);

    public PathResolver Paths => field ??= new PathResolver(variables, Captures);
}
