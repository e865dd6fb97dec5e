using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>What the temporaries of a control-flow graph stand for. One that is filled on several branches stands for no single value.</summary>
internal sealed class FlowCaptures
{
    private readonly Dictionary<CaptureId, ImmutableArray<IOperation>> _values = [];

    public FlowCaptures(ControlFlowGraph cfg)
    {
        foreach (var block in cfg.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture)
                    _values[capture.Id] = ValuesOf(capture.Id).Add(capture.Value);
            }
        }
    }

    public IOperation? ValueOf(CaptureId id) => ValuesOf(id) is { Length: 1 } values ? values[0] : null;

    /// <summary>One for each branch that fills it.</summary>
    public ImmutableArray<IOperation> ValuesOf(CaptureId id) => _values.TryGetValue(id, out var values) ? values : [];
}
