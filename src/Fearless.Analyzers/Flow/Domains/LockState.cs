using System;
using System.Collections.Immutable;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// The possibilities for what is held at a point. Few, by design: beyond <see cref="MaxWorlds"/> only what they agree on is kept,
/// which makes must-held smaller (fewer findings), never wrong.
/// </summary>
internal sealed class LockState(ImmutableArray<LockWorld> worlds) : IEquatable<LockState>
{
    public static readonly LockState Empty = new([LockWorld.Empty]);

    private const int MaxWorlds = 12;

    public ImmutableArray<LockWorld> Worlds { get; } = worlds;

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
    public ImmutableArray<HeldLock> Must()
    {
        var first = Worlds[0].Held;
        if (Worlds.Length == 1)
            return first;
        var must = ImmutableArray.CreateBuilder<HeldLock>();
        foreach (var held in first)
        {
            if (IsHeldInAll(held))
                must.Add(held);
        }

        return must.ToImmutable();
    }

    public LockState Select<TArg>(Func<LockWorld, TArg, LockWorld> change, TArg argument)
    {
        var worlds = ImmutableArray.CreateBuilder<LockWorld>(Worlds.Length);
        foreach (var world in Worlds)
            AddDistinct(worlds, change(world, argument));
        return new LockState(worlds.ToImmutable());
    }

    /// <summary>The worlds in which the flag may have this value; null: there is none.</summary>
    public LockState? Assume(object flag, bool value)
    {
        var worlds = ImmutableArray.CreateBuilder<LockWorld>(Worlds.Length);
        foreach (var world in Worlds)
        {
            if (world.ValueOf(flag) is not { } known || known == value)
                AddDistinct(worlds, world);
        }

        return worlds.Count == 0 ? null : new LockState(worlds.ToImmutable());
    }

    public LockState Join(LockState other)
    {
        if (ReferenceEquals(this, other))
            return this;
        var worlds = Worlds.ToBuilder();
        foreach (var world in other.Worlds)
            AddDistinct(worlds, world);
        if (worlds.Count == Worlds.Length)
            return this;
        var joined = new LockState(worlds.ToImmutable());
        return worlds.Count <= MaxWorlds ? joined : new LockState([new LockWorld(joined.Must(), [])]);
    }

    public bool Equals(LockState? other)
    {
        if (other is null || Worlds.Length != other.Worlds.Length)
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

    private bool IsHeldInAll(HeldLock held)
    {
        foreach (var world in Worlds)
        {
            var found = false;
            foreach (var other in world.Held)
                found |= other.Mode == held.Mode && other.Path.Equals(held.Path);
            if (!found)
                return false;
        }

        return true;
    }
}
