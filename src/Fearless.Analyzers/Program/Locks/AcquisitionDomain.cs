using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>Which locks functions wait for, in terms of their object, their parameters and statics.</summary>
internal sealed class AcquisitionDomain : ISummaryDomain<Acquisitions>
{
    // Longer names come from going round in a recursion; longer ways convince nobody.
    private const int MaxSteps = 5;
    private const int MaxWay = 12;

    public Acquisitions Bottom => Acquisitions.None;

    public Acquisitions Unknown => Acquisitions.Unknown;

    public Acquisitions Join(Acquisitions left, Acquisitions right) => left.Join(right);

    public bool AreEqual(Acquisitions left, Acquisitions right) => left.IsEqual(right);

    public Acquisitions Local(ProgramFunction function)
    {
        var value = Acquisitions.None;
        foreach (var acquisition in function.Body.Facts.Acquisitions)
        {
            if (function.Has(acquisition.Context, acquisition.Syntax) && Waits(acquisition, function.Method) && Read(acquisition, function) is { } acquired)
                value = value.Join(new Acquisitions([acquired], []));
        }

        foreach (var call in function.Records)
        {
            if (LazyValues.LockOf(call) is { } path)
                value = value.Join(new Acquisitions([new AcquiredLock(path, path.LastMember, LockKind.Lazy, LockMode.Exclusive, [call.Point.Syntax])], []));
        }

        return value.Join(new Acquisitions([], FreedBy(function)));
    }

    public Acquisitions Translate(Acquisitions callee, ProgramFunction caller, ProgramCall call, CallTarget target)
    {
        if (callee.IsUnknown || (callee.Acquired.IsEmpty && callee.Freed.IsEmpty) || CallersChoice.Decides(call.Syntax, caller.Method))
            return callee.IsUnknown ? callee : Acquisitions.None;
        var acquired = ImmutableArray.CreateBuilder<AcquiredLock>(callee.Acquired.Length);
        foreach (var one in callee.Acquired)
        {
            if (Translate(one, caller, call, target) is { } translated)
                acquired.Add(translated);
        }

        var freed = ImmutableArray.CreateBuilder<AccessPath>();
        foreach (var path in callee.Freed)
        {
            // What the caller itself holds is not its own caller's.
            if (target.Binding.Translate(path) is { } own && !IsHeld(own, call.Record.Point.Locks))
                freed.Add(own);
        }

        return Acquisitions.None.Join(new Acquisitions(acquired.ToImmutable(), freed.ToImmutable()));
    }

    /// <summary>It goes on only when it has the lock, whatever its caller says.</summary>
    public static bool Waits(AcquisitionFact acquisition, IMethodSymbol method) =>
        acquisition is { IsPending: false, Effect: { Action: LockAction.Acquire, Outcome: LockOutcome.Certain } } && acquisition.Path.Root != PathRoot.Opaque
        && !CallersChoice.Decides(acquisition.Syntax, method);

    /// <summary>Null: nobody else can have the lock.</summary>
    public static AcquiredLock? Read(AcquisitionFact acquisition, ProgramFunction function) =>
        OwnObjects.Has(acquisition.Path, acquisition.Syntax, acquisition.Before.Running, function.Body)
            ? null
            : new AcquiredLock(acquisition.Path, LockClass.Of(acquisition.Path, function.Method), acquisition.Effect.Kind, acquisition.Effect.Mode, [acquisition.Syntax]);

    private static AcquiredLock? Translate(AcquiredLock acquired, ProgramFunction caller, ProgramCall call, CallTarget target)
    {
        if (acquired.Via.Length >= MaxWay)
            return null;

        // The locks of an object that is just being made.
        if (acquired.Path is { Root: PathRoot.This } && (call.Record.Shape.Call is IObjectCreationOperation || call.Record.Shape.Receiver?.Unwrap() is IObjectCreationOperation))
            return null;
        var path = target.Binding.Translate(acquired.Path);
        if (path is not null && OwnObjects.Has(path, call.Syntax, call.Record.Point.Running, caller.Body))
            return null;
        if (path?.Steps.Length > MaxSteps)
            path = null;
        var lockClass = acquired.Class ?? (path is null ? null : LockClass.Of(path, caller.Method));
        return lockClass is null && path is null ? null : new AcquiredLock(path, lockClass, acquired.Kind, acquired.Mode, acquired.Via.Insert(0, call.Syntax));
    }

    private static ImmutableArray<AccessPath> FreedBy(ProgramFunction function)
    {
        var freed = ImmutableArray.CreateBuilder<AccessPath>();
        foreach (var release in function.Body.Facts.Locks.Releases)
        {
            if (function.Has(release.Context, release.Syntax) && !MayBeHeld(release) && release.Path.Root != PathRoot.Opaque && !freed.Contains(release.Path))
                freed.Add(release.Path);
        }

        return freed.ToImmutable();
    }

    /// <summary>It has taken the lock itself.</summary>
    private static bool MayBeHeld(ReleaseFact release)
    {
        foreach (var world in release.Before.Worlds)
        {
            // What it has taken back is its caller's as it was before.
            if (world.Find(release.Path, release.Effect.Mode) is var index and >= 0 && !world.Held[index].IsRepaid && !world.Held[index].IsContracted)
                return true;
        }

        return release.Before.IsCollapsed;
    }

    private static bool IsHeld(AccessPath path, ImmutableArray<HeldLock> locks)
    {
        foreach (var held in locks)
        {
            if (held.Path.Equals(path))
                return true;
        }

        return false;
    }
}
