using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Methods that do nothing but take or let go of a lock: marked <c>[AcquiresLock]</c> or <c>[ReleasesLock]</c>, or evidently so.</summary>
internal sealed class LockWrappers(MethodSummaries summaries)
{
    // A wrapper of a wrapper; also the end of methods that call each other.
    private const int MaxHops = 3;

    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Hops), Wrapper?> _known = new();

    /// <summary>What the call does to which lock, in the caller's terms; null: it is no wrapper, or the caller has no name for the lock.</summary>
    public LockEffect? EffectOf(IInvocationOperation call, PathResolver paths, CancellationToken cancellation) => EffectOf(call, paths, MaxHops, cancellation);

    private LockEffect? EffectOf(IInvocationOperation call, PathResolver paths, int hops, CancellationToken cancellation)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (method.MethodKind != MethodKind.Ordinary || (method.DeclaringSyntaxReferences.IsEmpty && method.GetAttributes().IsEmpty))
            return null;
        if (!_known.TryGetValue((method, hops), out var wrapper))
        {
            wrapper = Marked(method) ?? Evident(method, hops, cancellation);
            _known.TryAdd((method, hops), wrapper);
        }

        if (wrapper is null || Binding.Of(call, paths.Resolve).Translate(wrapper.Path) is not { } path)
            return null;
        return new LockEffect(
            wrapper.Action, wrapper.Kind, null, wrapper.Mode, wrapper.IsTried ? LockOutcome.ReturnValue : LockOutcome.Certain,
            returnsGuard: wrapper.ReturnsGuard, path: path, isWrapper: true,
            secondPath: wrapper.Second is { } second ? Binding.Of(call, paths.Resolve).Translate(second) : null);
    }

    private static Wrapper? Marked(IMethodSymbol method)
    {
        var isAcquiring = method.Marker("AcquiresLockAttribute");
        var marker = isAcquiring ?? method.Marker("ReleasesLockAttribute");
        if (marker is null || method.ContainingType is not { } type || LockNames.OnlyNameIn(marker) is not { } name)
            return null;
        if (LockNames.Resolve(name, type, method) is not { } found)
            return null;
        var mode = marker.Argument("Shared") is true ? LockMode.Shared : LockMode.Exclusive;
        return new Wrapper(isAcquiring is null ? LockAction.Release : LockAction.Acquire, LockNames.KindOf(found.Type), mode, found.Path,
            isTried: isAcquiring is not null && method.ReturnType.SpecialType == SpecialType.System_Boolean, returnsGuard: false);
    }

    private Wrapper? Evident(IMethodSymbol method, int hops, CancellationToken cancellation)
    {
        if (method.IsVirtual || method.IsAbstract || method.IsAsync || summaries.Of(method, cancellation) is not { IsIterator: false } summary)
            return null;
        if (summary.Acquired.Count + summary.Released.Count == 0)
            return Maker(summary, cancellation) ?? Handed(summary, hops, cancellation);
        if (summary.Acquired.Count > 1 && summary.Released.Count == 0)
            return Both(summary);
        if (summary.Acquired.Count + summary.Released.Count != 1)
            return null;

        var step = summary.Acquired.Count == 1 ? summary.Acquired[0] : summary.Released[0];
        var effect = step.Effect;
        if (step.Path.Root == PathRoot.Opaque || effect.Second is not null || effect.Flag is not null || step.Path.Variable is ILocalSymbol
            || !WrapperShape.IsEvident(summary, step, out var returned))
        {
            return null;
        }

        if (effect.Action == LockAction.Release)
            return new Wrapper(effect.Action, effect.Kind, effect.Mode, step.Path, isTried: false, returnsGuard: false);
        var isTried = effect.Outcome == LockOutcome.ReturnValue;
        if (isTried && returned?.Syntax != step.Syntax)
            return null;
        var returnsGuard = effect.ReturnsGuard || IsGuardOf(returned, step, cancellation);
        return new Wrapper(effect.Action, effect.Kind, effect.Mode, step.Path, isTried, returnsGuard);
    }

    /// <summary>Two locks of one kind, taken in this order or in that.</summary>
    private static Wrapper? Both(MethodSummary summary)
    {
        if (TakenLocks.OnEveryWay(summary) is not { Count: 2 } taken || taken[0].Effect.Kind != taken[1].Effect.Kind || taken[0].Effect.Mode != taken[1].Effect.Mode)
            return null;
        return new Wrapper(LockAction.Acquire, taken[0].Effect.Kind, taken[0].Effect.Mode, taken[0].Path, isTried: false, returnsGuard: false, taken[1].Path);
    }

    /// <summary><c>Scope Enter() => new Scope(_gate);</c>: it makes an object that holds the lock.</summary>
    private Wrapper? Maker(MethodSummary summary, CancellationToken cancellation)
    {
        if (WrapperShape.OnlyReturned(summary.Body) is not IObjectCreationOperation creation || summaries.Scopes.Of(creation, cancellation) is not { Kind: ScopeKind.Holds } scope
            || Binding.Of(creation, summary.Paths.Resolve).Translate(scope.Path) is not { } path || path.Variable is ILocalSymbol)
        {
            return null;
        }

        return new Wrapper(LockAction.Acquire, scope.LockKind, scope.Mode, path, isTried: false, returnsGuard: true);
    }

    /// <summary><c>void Enter() => _side.Enter();</c>: all that it does is what another wrapper does.</summary>
    private Wrapper? Handed(MethodSummary summary, int hops, CancellationToken cancellation)
    {
        if (hops == 0 || WrapperShape.OnlyCall(summary.Body) is not { } call || LockTasks.IsAwaitable(call)
            || EffectOf(call, summary.Paths, hops - 1, cancellation) is not { SecondPath: null, Path: { Root: not PathRoot.Opaque, Variable: not ILocalSymbol } path } effect)
        {
            return null;
        }

        return new Wrapper(effect.Action, effect.Kind, effect.Mode, path, effect.Outcome == LockOutcome.ReturnValue, effect.ReturnsGuard);
    }

    /// <summary>Disposing the object releases the lock.</summary>
    private bool IsGuardOf(IOperation? returned, LockStep step, CancellationToken cancellation)
    {
        if (returned?.Unwrap() is not { Type: INamedTypeSymbol type } value || value is not (IObjectCreationOperation or IDefaultValueOperation or IInstanceReferenceOperation))
            return false;
        foreach (var member in type.GetMembers("Dispose"))
        {
            if (member is IMethodSymbol { Parameters.IsEmpty: true } dispose && summaries.Of(dispose, cancellation) is { Acquired.Count: 0 } summary)
            {
                foreach (var released in summary.Released)
                {
                    if (released.Effect.Kind == step.Effect.Kind && released.Effect.Mode == step.Effect.Mode)
                        return true;
                }
            }
        }

        return false;
    }

    private sealed class Wrapper(LockAction action, LockKind kind, LockMode mode, AccessPath path, bool isTried, bool returnsGuard, AccessPath? second = null)
    {
        public LockAction Action { get; } = action;

        public LockKind Kind { get; } = kind;

        public LockMode Mode { get; } = mode;

        public AccessPath Path { get; } = path;

        public AccessPath? Second { get; } = second;

        public bool IsTried { get; } = isTried;

        public bool ReturnsGuard { get; } = returnsGuard;
    }
}
