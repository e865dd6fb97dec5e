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

    private void RecordReturned(IOperation value)
    {
        if (Records && !_state.Locks.IsEmpty && Source(value) is { } source)
            model.Facts.Locks.AddReturn(new ReturnFact(value, source, function.Paths, _state.Locks.Must()));
    }

    private void RecordGuardUse(IPropertyReferenceOperation property)
    {
        if (!Records || property.Instance?.Unwrap() is not ILocalReferenceOperation { Local: var guard } instance || !LockCatalog.IsGuard(guard.Type)
            || property.Property.Name == "IsHeld")
        {
            return;
        }

        var origins = Origins(instance);
        var mayBeHeld = _state.Locks.IsCollapsed;
        foreach (var world in _state.Locks.Worlds)
        {
            foreach (var held in world.Held)
                mayBeHeld |= held.Guard is { } holder && origins.Contains(holder);
        }

        model.Facts.Locks.AddGuardUse(property, guard, mayBeHeld);
    }

    /// <summary>What stands behind temporaries and behind locals that are only another name for it.</summary>
    private IOperation? Source(IOperation? value, int depth = 6) => value?.Unwrap() switch
    {
        IFlowCaptureReferenceOperation capture when depth > 0 && function.Captures.ValueOf(capture.Id) is { } captured => Source(captured, depth - 1),
        ILocalReferenceOperation local when depth > 0 && model.Variables.OnlyValueOf(local.Local) is { } only => Source(only, depth - 1),
        var other => other,
    };
}
