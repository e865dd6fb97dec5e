using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class BodyInterpreter
{
    private void ApplyLock(IInvocationOperation call, LockEffect effect)
    {
        switch (effect.Action)
        {
            case LockAction.Acquire when LockTasks.IsAwaitable(call):
                // Nothing is taken until it is awaited; whoever does that comes back to AcquireAwaited.
                if (Records && !IsAwaited(call))
                    model.Facts.AddAcquisition(new AcquisitionFact(call.Syntax, call, effect, LockPath(call, effect), context, _state, isPending: true));
                break;
            case LockAction.Acquire:
                Acquire(call, effect);
                break;
            case LockAction.Release:
                Release(call, LockPath(call, effect), effect);
                break;
            case LockAction.Wait or LockAction.Pulse:
                if (Records)
                    model.Facts.Locks.AddCondition(call, effect, LockPath(call, effect), _state.Locks.Must());
                break;
            case LockAction.Downgrade:
                Downgrade(call, effect);
                break;
        }
    }

    private AccessPath LockPath(IInvocationOperation call, LockEffect effect) => effect.Path ?? PathOf(effect.Target, call);

    /// <summary>What the catalog knows, and what this program's own wrappers do.</summary>
    private LockEffect? EffectOf(IInvocationOperation call)
    {
        var known = LockCatalog.EffectOf(call);
        return known is null or { Target: null } ? model.Summaries?.Wrappers.EffectOf(call, function.Paths, model.Cancellation) ?? known : known;
    }

    private AccessPath PathOf(IOperation? target, IInvocationOperation call) =>
        function.Paths.Resolve(target) ?? AccessPath.Opaque(target?.Syntax ?? call.Syntax);

    /// <summary>An asynchronous acquisition has succeeded: the await, or whatever else got the result, did not throw.</summary>
    private void AcquireAwaited(IOperation? task)
    {
        if (LockTasks.CallOf(task) is { } call && EffectOf(call) is { Action: LockAction.Acquire } effect)
            Acquire(call, effect);
    }

    private void Acquire(IInvocationOperation call, LockEffect effect)
    {
        var path = LockPath(call, effect);
        if (Records)
            model.Facts.AddAcquisition(new AcquisitionFact(call.Syntax, call, effect, path, context, _state));
        var held = new HeldLock(path, effect.Kind, effect.Mode, call.Syntax, GuardOf(call, effect));
        var locks = effect.Outcome switch
        {
            LockOutcome.Certain => _state.Locks.Select(static (world, held) => world.Acquire(held), held),
            LockOutcome.Flag when FlagOf(effect.Flag) is { } flag => Split(_state.Locks, held, flag),
            LockOutcome.Flag => _state.Locks,
            _ => Split(_state.Locks, held, call.Syntax),
        };
        if (effect is { Outcome: LockOutcome.Certain, Flag: not null } && FlagOf(effect.Flag) is { } taken)
            locks = locks.Select(static (world, taken) => world.With(taken, true), taken);
        if ((effect.SecondPath ?? (effect.Second is { } second ? PathOf(second, call) : null)) is { } otherPath)
        {
            var other = new HeldLock(otherPath, effect.Kind, effect.Mode, call.Syntax, held.Guard);
            locks = locks.Select(static (world, other) => world.Acquire(other), other);
        }

        _state = _state.With(locks);
    }

    /// <summary>Who will have the guard: the variable of an <c>out</c> argument, nobody here if that is somebody else's, or the result.</summary>
    private static object? GuardOf(IInvocationOperation call, LockEffect effect) => effect switch
    {
        { ReturnsGuard: false } => null,
        { Flag: null } => call.Syntax,
        _ when effect.Flag!.IsDiscard() => call.Syntax,
        _ => FlagOf(effect.Flag) as ILocalSymbol,
    };

    private static LockState Split(LockState locks, HeldLock held, object flag)
    {
        var taken = locks.Select(static (world, arg) => world.Acquire(arg.held).With(arg.flag, true), (held, flag));
        return taken.Join(locks.Select(static (world, flag) => world.With(flag, false), flag));
    }

    private void Release(IInvocationOperation call, AccessPath path, LockEffect effect)
    {
        if (Records)
            model.Facts.Locks.AddRelease(call, effect, path, context, _state.Locks);
        _state = _state.With(_state.Locks.Select(
            static (world, arg) =>
            {
                for (var i = world.Held.Length - 1; i >= 0; i--)
                {
                    var held = world.Held[i];
                    if (held.Mode != arg.effect.Mode || !held.Path.Equals(arg.path))
                        continue;
                    arg.self.RecordGivenUp(held, arg.call.Syntax);
                    world = world.Without(i);
                    return held.IsRepaid || held.IsContracted ? world.Owe(arg.path, arg.effect.Mode) : world;
                }

                return arg.path.Root == PathRoot.Opaque ? world : world.Owe(arg.path, arg.effect.Mode);
            },
            (path, effect, call, self: this)));
    }

    /// <summary>The guard is spent; what it held is held by the guard that comes out, for reading.</summary>
    private void Downgrade(IInvocationOperation call, LockEffect effect)
    {
        if (Records)
            model.Facts.AddAcquisition(new AcquisitionFact(call.Syntax, call, effect, AccessPath.Opaque(call.Syntax), context, _state));
        _state = _state.With(_state.Locks.Select(
            static (world, arg) =>
            {
                for (var i = 0; i < world.Held.Length; i++)
                {
                    var held = world.Held[i];
                    if (held.Guard is { } guard && arg.origins.Contains(guard))
                        world = world.Replace(i, new HeldLock(held.Path, held.Kind, LockMode.Shared, arg.call.Syntax, arg.call.Syntax));
                }

                return world;
            },
            (origins: Origins(call.Instance), call)));
    }
}
