using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>What is done while a lock is held.</summary>
internal sealed partial class BodyInterpreter
{
    private void RecordLocked(IOperation operation)
    {
        if (!Records || _state.Locks.IsEmpty)
            return;
        var receiver = operation switch
        {
            IInvocationOperation call => call.Instance,
            IPropertyReferenceOperation property => property.Instance,
            IAwaitOperation await => await.Operation,
            _ => null,
        };
        model.Facts.Locks.AddOperation(operation, Source(receiver), function.Paths, context, _state.Locks);
    }

    /// <summary>What stands behind temporaries and behind locals that are only another name for it.</summary>
    private IOperation? Source(IOperation? value, int depth = 6) => value?.Unwrap() switch
    {
        IFlowCaptureReferenceOperation capture when depth > 0 && function.Captures.ValueOf(capture.Id) is { } captured => Source(captured, depth - 1),
        ILocalReferenceOperation local when depth > 0 && model.Variables.OnlyValueOf(local.Local) is { } only => Source(only, depth - 1),
        var other => other,
    };
}
