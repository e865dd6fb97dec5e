using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class BodyInterpreter
{
    private void ApplyLock(IInvocationOperation call, LockEffect effect)
    {
        switch (effect.Action)
        {
            case LockAction.Acquire:
                Acquire(call, effect);
                break;
            case LockAction.Release:
                Release(LockPath(call, effect), effect);
                break;
        }
    }

    private AccessPath LockPath(IInvocationOperation call, LockEffect effect) =>
        function.Paths.Resolve(effect.Target) ?? AccessPath.Opaque(effect.Target?.Syntax ?? call.Syntax);

    private void Acquire(IInvocationOperation call, LockEffect effect)
    {
        // An acquisition that is not awaited has not acquired anything yet.
        if (call.TargetMethod.Name.EndsWith("Async", System.StringComparison.Ordinal) && !IsAwaited(call))
            return;
        var path = LockPath(call, effect);
        if (Records)
            model.Facts.AddAcquisition(new AcquisitionFact(call, effect, path, context, _state));
        var held = new HeldLock(path, effect.Kind, effect.Mode, call.Syntax, effect.ReturnsGuard ? call.Syntax : null);
        var locks = effect.Outcome switch
        {
            LockOutcome.Certain => _state.Locks.Select(static (world, held) => world.Acquire(held), held),
            LockOutcome.Flag when FlagOf(effect.Flag) is { } flag => Split(_state.Locks, held, flag),
            LockOutcome.Flag => _state.Locks,
            _ => Split(_state.Locks, held, call.Syntax),
        };
        if (effect is { Outcome: LockOutcome.Certain, Flag: not null } && FlagOf(effect.Flag) is { } taken)
            locks = locks.Select(static (world, taken) => world.With(taken, true), taken);
        _state = _state.With(locks);
    }

    private static LockState Split(LockState locks, HeldLock held, object flag)
    {
        var taken = locks.Select(static (world, arg) => world.Acquire(arg.held).With(arg.flag, true), (held, flag));
        return taken.Join(locks.Select(static (world, flag) => world.With(flag, false), flag));
    }

    private void Release(AccessPath path, LockEffect effect) => _state = _state.With(_state.Locks.Select(
        static (world, arg) =>
        {
            for (var i = world.Held.Length - 1; i >= 0; i--)
            {
                if (world.Held[i].Mode == arg.effect.Mode && world.Held[i].Path.Equals(arg.path))
                    return world.Without(i);
            }

            return world;
        },
        (path, effect)));

    /// <summary>Disposing a guard releases what it guards. False: it guards nothing that is held here.</summary>
    private bool ReleaseGuard(IOperation guard)
    {
        var before = _state.Locks;
        var origins = Origins(guard);
        if (origins.IsEmpty)
            return false;
        _state = _state.With(before.Select(
            static (world, origins) =>
            {
                for (var i = world.Held.Length - 1; i >= 0; i--)
                {
                    if (world.Held[i].Guard is SyntaxNode call && origins.Contains(call))
                        world = world.Without(i);
                }

                return world;
            },
            origins));
        return !before.Equals(_state.Locks) || LockCatalog.IsGuard(guard.Type);
    }

    /// <summary>Whoever gets the guard now is responsible for it, and may release it at any time: here the lock no longer counts as held.</summary>
    private void TransferGuard(IOperation value)
    {
        if (!_state.Locks.IsEmpty)
            ReleaseGuard(value);
    }

    private void TransferArguments(IInvocationOperation call)
    {
        if (_state.Locks.IsEmpty)
            return;
        foreach (var argument in call.Arguments)
        {
            // A condition variable gives the guard back.
            if (LockCatalog.IsGuard(argument.Value.Type) && !call.TargetMethod.ContainingType.Is("Condvar", "Fearless"))
                TransferGuard(argument.Value);
        }
    }

    /// <summary>The acquisitions that the guard may come from.</summary>
    private ImmutableArray<SyntaxNode> Origins(IOperation? guard, int depth = 5)
    {
        if (depth == 0)
            return [];
        switch (guard?.Unwrap())
        {
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask", Instance: { } instance }:
                return Origins(instance, depth - 1);
            case IInvocationOperation call:
                return [call.Syntax];
            case IAwaitOperation await:
                return Origins(await.Operation, depth - 1);
            case IFlowCaptureReferenceOperation capture:
                return Origins(function.Captures.ValueOf(capture.Id), depth - 1);
            case ILocalReferenceOperation local:
                var origins = ImmutableArray<SyntaxNode>.Empty;
                foreach (var value in model.Variables.ValuesOf(local.Local))
                    origins = origins.AddRange(Origins(value, depth - 1));
                return origins.AddRange(OutOrigins(local.Local));
            default:
                return [];
        }
    }

    /// <summary><c>TryLock(out var guard)</c>.</summary>
    private ImmutableArray<SyntaxNode> OutOrigins(ILocalSymbol guard)
    {
        var origins = ImmutableArray<SyntaxNode>.Empty;
        foreach (var world in _state.Locks.Worlds)
        {
            foreach (var held in world.Held)
            {
                if (held.Guard is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
                    && arguments.Last() is { RefKindKeyword.RawKind: not 0 } last
                    && last.Expression.ToString().EndsWith(guard.Name, System.StringComparison.Ordinal))
                {
                    origins = origins.Add((SyntaxNode)held.Guard);
                }
            }
        }

        return origins;
    }
}
