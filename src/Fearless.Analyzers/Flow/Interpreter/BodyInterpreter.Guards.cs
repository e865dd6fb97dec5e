using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Who has the guard of a lock that is held, and what becomes of it.</summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>Disposing a guard releases what it guards. False: it guards nothing that is held here.</summary>
    private bool ReleaseGuard(IOperation guard)
    {
        var before = _state.Locks;
        var origins = Origins(guard);
        if (origins.IsEmpty)
            return false;
        _state = _state.With(before.Select(
            static (world, arg) =>
            {
                for (var i = world.Held.Length - 1; i >= 0; i--)
                {
                    if (world.Held[i] is not { Guard: { } holder } held || !arg.origins.Contains(holder))
                        continue;
                    if (holder is SyntaxNode made)
                        arg.self.RecordGivenUp(held, made);
                    world = world.Without(i);
                }

                foreach (var origin in arg.origins)
                    world = world.TakeBack(origin);
                return world;
            },
            (origins, self: this)));
        return !before.Equals(_state.Locks) || LockCatalog.IsGuard(guard.Type);
    }

    /// <summary>Whoever gets the guard now is responsible for it, and may release it at any time: here the lock no longer counts as held.</summary>
    private void TransferGuard(IOperation value)
    {
        if (!_state.Locks.IsEmpty)
            ReleaseGuard(value);
    }

    private void TransferArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        if (_state.Locks.IsEmpty)
            return;
        foreach (var argument in arguments)
        {
            // A condition variable gives the guard back.
            if (argument.Parameter?.ContainingType.Is("Condvar", "Fearless") != true)
                TransferGuard(argument.Value);
        }
    }

    private void TransferElements(ImmutableArray<IOperation> elements)
    {
        foreach (var element in elements)
            TransferGuard(element);
    }

    /// <summary>A delegate that is made here will dispose the guards that it captured, whenever it runs.</summary>
    private void TransferCaptured(IMethodSymbol made)
    {
        if (_state.Locks.IsEmpty)
            return;
        foreach (var guard in model.Variables.DisposedBy(made))
            ReleaseGuard(guard);
    }

    /// <summary>The variables and acquisitions that the guard may come from.</summary>
    private ImmutableArray<object> Origins(IOperation? guard, int depth = 6)
    {
        if (depth == 0)
            return [];
        switch (guard?.Unwrap())
        {
            case IInvocationOperation call:
                return LockTasks.Inner(call) is { } inner ? Origins(inner, depth - 1) : [call.Syntax];
            case IObjectCreationOperation creation:
                return [creation.Syntax];
            case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task }:
                return Origins(task, depth - 1);
            case IAwaitOperation await:
                return Origins(await.Operation, depth - 1);
            case IFlowCaptureReferenceOperation capture:
                return OriginsOfAny(function.Captures.ValuesOf(capture.Id), depth - 1);
            case ILocalReferenceOperation local:
                return OriginsOfAny(model.Variables.ValuesOf(local.Local), depth - 1).Add(local.Local);

            // Initial values are kept as they are written, not as the graph takes them apart.
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return OriginsOfAny([choice.WhenTrue, otherwise], depth - 1);
            case ICoalesceOperation coalesce:
                return OriginsOfAny([coalesce.Value, coalesce.WhenNull], depth - 1);
            case ISwitchExpressionOperation choice:
                var origins = ImmutableArray<object>.Empty;
                foreach (var arm in choice.Arms)
                    origins = origins.AddRange(Origins(arm.Value, depth - 1));
                return origins;
            case IConditionalAccessOperation access:
                return Origins(access.WhenNotNull, depth - 1);
            case ISimpleAssignmentOperation assignment:
                return Origins(assignment.Value, depth - 1);
            default:
                return [];
        }
    }

    private ImmutableArray<object> OriginsOfAny(IEnumerable<IOperation?> values, int depth)
    {
        var origins = ImmutableArray<object>.Empty;
        foreach (var value in values)
            origins = origins.AddRange(Origins(value, depth));
        return origins;
    }

    /// <summary>
    /// Something was compared with null. A lock that is held is not null, nor is the guard that holds one: so much for <c>guard?.Dispose()</c>,
    /// <c>gate?.Release()</c>, and for the test that a <c>using</c> makes. Work whose handle is null was never started through it.
    /// </summary>
    private FlowState? AssumeNull(FlowState state, IOperation value, bool isNull)
    {
        if (!isNull)
            return state;
        if (state.Running != 0 && Handles.Mentions(value.Type, 0))
            state = state.WithRunning(state.Running & ~model.Handles.SitesIn(ValueOf(value), model.Sites));
        if (state.Locks.IsEmpty)
            return state;
        var locks = state.Locks.Where(
            static (world, arg) =>
            {
                foreach (var held in world.Held)
                {
                    if (held.Path.Equals(arg.path) || (held.Guard is { } guard && arg.origins.Contains(guard)))
                        return false;
                }

                return true;
            },
            (origins: Origins(value), path: function.Paths.Resolve(value)));
        return locks is null ? null : state.With(locks);
    }

    /// <summary>What a temporary stands for.</summary>
    private IOperation ValueOf(IOperation value) =>
        value.Unwrap() is IFlowCaptureReferenceOperation capture && function.Captures.ValueOf(capture.Id) is { } captured ? captured : value;

    /// <summary>What the flag of a tried acquisition goes by, if the guard that it gave is asked.</summary>
    private object? OutcomeOf(IOperation guard)
    {
        object? outcome = null;
        var origins = Origins(guard);
        foreach (var origin in origins)
        {
            if (origin is SyntaxNode && outcome is not null)
                return null;
            if (origin is SyntaxNode)
                outcome = origin;
        }

        foreach (var world in _state.Locks.Worlds)
        {
            foreach (var held in world.Held)
            {
                if (held.Guard is ILocalSymbol local && origins.Contains(local))
                    outcome ??= held.Acquisition;
            }
        }

        return outcome;
    }
}
