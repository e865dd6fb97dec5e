using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>What the temporaries of a control-flow graph stand for. One that is filled on several branches stands for nothing.</summary>
internal sealed class FlowCaptures
{
    private readonly Dictionary<CaptureId, IOperation?> _values = [];

    public FlowCaptures(ControlFlowGraph cfg)
    {
        foreach (var block in cfg.Blocks)
        {
            foreach (var operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture)
                    _values[capture.Id] = _values.ContainsKey(capture.Id) ? null : capture.Value;
            }
        }
    }

    public IOperation? ValueOf(CaptureId id) => _values.TryGetValue(id, out var value) ? value : null;
}
