using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>The lambdas and local functions of a member, found in its control-flow graph and in theirs.</summary>
internal sealed class FunctionTable
{
    private readonly Dictionary<IMethodSymbol, FunctionBody> _functions = new(SymbolEqualityComparer.Default);
    private readonly VariableTable _variables;
    private readonly CancellationToken _cancellation;

    public FunctionTable(FunctionBody root, VariableTable variables, CancellationToken cancellation)
    {
        _variables = variables;
        _cancellation = cancellation;
        AddNested(root.Cfg);
    }

    public IEnumerable<FunctionBody> All => _functions.Values;

    public FunctionBody? Find(IMethodSymbol symbol) => _functions.TryGetValue(symbol, out var body) ? body : null;

    /// <summary>What the delegate runs, if that is in sight: a lambda or local function here, or a method of some type.</summary>
    public (FunctionBody? Body, IMethodSymbol? Method) Resolve(IOperation? value, FlowCaptures captures, int depth = 6)
    {
        if (depth == 0)
            return default;
        switch (value?.Unwrap())
        {
            case IDelegateCreationOperation creation:
                return Resolve(creation.Target, captures, depth - 1);
            case IFlowAnonymousFunctionOperation lambda:
                return (Find(lambda.Symbol), null);
            case IAnonymousFunctionOperation lambda:
                return (Find(lambda.Symbol), null);
            case IMethodReferenceOperation reference:
                return Find(reference.Method.OriginalDefinition) is { } function ? (function, null) : (null, reference.Method);
            case ILocalReferenceOperation local when _variables.OnlyValueOf(local.Local) is { } only:
                return Resolve(only, captures, depth - 1);
            case IFlowCaptureReferenceOperation capture:
                return Resolve(captures.ValueOf(capture.Id), captures, depth - 1);
            default:
                return default;
        }
    }

    private void AddNested(ControlFlowGraph cfg)
    {
        foreach (var function in cfg.LocalFunctions)
        {
            _cancellation.ThrowIfCancellationRequested();
            var nested = cfg.GetLocalFunctionControlFlowGraph(function, _cancellation);
            Add(function, nested.OriginalOperation.Syntax, nested);
        }

        foreach (var block in cfg.Blocks)
        {
            foreach (var operation in block.Operations)
                AddLambdas(cfg, operation);
            if (block.BranchValue is { } value)
                AddLambdas(cfg, value);
        }
    }

    private void AddLambdas(ControlFlowGraph cfg, IOperation operation)
    {
        if (operation is IFlowAnonymousFunctionOperation lambda)
            Add(lambda.Symbol, lambda.Syntax, cfg.GetAnonymousFunctionControlFlowGraph(lambda, _cancellation));
        foreach (var child in operation.ChildOperations)
            AddLambdas(cfg, child);
    }

    private void Add(IMethodSymbol symbol, SyntaxNode syntax, ControlFlowGraph cfg)
    {
        // A lambda inside a finally region or a captured expression may be met twice.
        if (_functions.ContainsKey(symbol) || FlowGraphBuilder.Build(cfg) is not { } graph)
            return;
        _functions.Add(symbol, new FunctionBody(symbol, syntax, cfg, graph, _variables));
        AddNested(cfg);
    }
}
