using System;
using System.Collections.Immutable;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// The possibilities for what is held at a point. Few, by design: beyond <see cref="MaxWorlds"/> only what they agree on is kept,
/// which makes must-held smaller (fewer findings), never wrong.
/// </summary>
internal sealed class LockState : IEquatable<LockState>
{
    public static readonly LockState Empty = new([LockWorld.Empty], isCollapsed: false);

    private const int MaxWorlds = 12;

    // Once the possibilities were too many, they stay merged. If they could come apart again, joining would not be associative, and a loop
    // might go round between the two for ever.
    private readonly bool _isCollapsed;

    private LockState(ImmutableArray<LockWorld> worlds, bool isCollapsed)
    {
        Worlds = worlds;
        _isCollapsed = isCollapsed;
    }

    public ImmutableArray<LockWorld> Worlds { get; }

    /// <summary>There were too many possibilities: what may be held is not known any more, only what must be.</summary>
    public bool IsCollapsed => _isCollapsed;

    public bool IsEmpty
    {
        get
        {
            foreach (var world in Worlds)
            {
                if (!world.Held.IsEmpty)
                    return false;
            }

            return true;
        }
    }

    /// <summary>The locks that are held whatever happened before.</summary>
    public ImmutableArray<HeldLock> Must() => Worlds.Length == 1 ? Worlds[0].Held : HeldInAll(static (left, right) => left.IsSameLock(right));

    public LockState Select<TArg>(Func<LockWorld, TArg, LockWorld> change, TArg argument)
    {
        var worlds = ImmutableArray.CreateBuilder<LockWorld>(Worlds.Length);
        foreach (var world in Worlds)
            AddDistinct(worlds, change(world, argument));
        return new LockState(worlds.ToImmutable(), _isCollapsed);
    }

    /// <summary>The worlds that are possible; null: there is none.</summary>
    public LockState? Where<TArg>(Func<LockWorld, TArg, bool> isPossible, TArg argument)
    {
        var worlds = ImmutableArray.CreateBuilder<LockWorld>(Worlds.Length);
        foreach (var world in Worlds)
        {
            if (isPossible(world, argument))
                worlds.Add(world);
        }

        return worlds.Count == 0 ? null : new LockState(worlds.ToImmutable(), _isCollapsed);
    }

    /// <summary>The worlds in which the flag may have this value; null: there is none.</summary>
    public LockState? Assume(object flag, bool value) =>
        Where(static (world, arg) => world.ValueOf(arg.flag) is not { } known || known == arg.value, (flag, value));

    public LockState Join(LockState other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var worlds = Worlds.ToBuilder();
        foreach (var world in other.Worlds)
            AddDistinct(worlds, world);
        var isCollapsed = _isCollapsed || other._isCollapsed || worlds.Count > MaxWorlds;
        var joined = new LockState(worlds.ToImmutable(), isCollapsed);
        return isCollapsed ? new LockState([LockWorld.Of(joined.HeldInAll(static (left, right) => left.IsReleasedWith(right)))], true) : joined;
    }

    public bool Equals(LockState? other)
    {
        if (other is null || Worlds.Length != other.Worlds.Length || _isCollapsed != other._isCollapsed)
            return false;
        foreach (var world in Worlds)
        {
            if (!other.Worlds.Contains(world))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as LockState);

    public override int GetHashCode() => Worlds.Length;

    private static void AddDistinct(ImmutableArray<LockWorld>.Builder worlds, LockWorld world)
    {
        if (!worlds.Contains(world))
            worlds.Add(world);
    }

    private ImmutableArray<HeldLock> HeldInAll(Func<HeldLock, HeldLock, bool> isSame)
    {
        var must = ImmutableArray.CreateBuilder<HeldLock>();
        foreach (var held in Worlds[0].Held)
        {
            if (EarliestInAll(held, isSame) is { } earliest && !must.Contains(earliest))
                must.Add(earliest);
        }

        return must.ToImmutable();
    }

    /// <summary>The acquisition that stands for all of them: the first in the source, so that it does not matter in which order worlds are joined.</summary>
    private HeldLock? EarliestInAll(HeldLock held, Func<HeldLock, HeldLock, bool> isSame)
    {
        var earliest = held;
        foreach (var world in Worlds)
        {
            var isHeld = false;
            foreach (var other in world.Held)
            {
                if (!isSame(other, held))
                    continue;
                isHeld = true;
                if (other.Acquisition.SpanStart < earliest.Acquisition.SpanStart)
                    earliest = other;
            }

            if (!isHeld)
                return null;
        }

        return earliest;
    }
}
