using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// One consistent possibility: these locks are held, and these flags have these values. Keeping possibilities apart is what makes
/// <c>if (taken) Monitor.Exit(x)</c> come out right.
/// </summary>
internal sealed class LockWorld(
    ImmutableArray<HeldLock> held, ImmutableArray<(object Flag, bool Value)> flags, ImmutableArray<(AccessPath Path, LockMode Mode)> owed,
    ImmutableArray<(object Guard, HeldLock Held)> lent) : IEquatable<LockWorld>
{
    public static readonly LockWorld Empty = new([], [], [], []);

    /// <summary>What worlds agree on, in the order of the source; nothing is known about flags.</summary>
    public static LockWorld Of(ImmutableArray<HeldLock> held) =>
        new(held.Sort(static (left, right) => left.Acquisition.SpanStart.CompareTo(right.Acquisition.SpanStart)), [], [], []);

    /// <summary>In the order of acquisition.</summary>
    public ImmutableArray<HeldLock> Held { get; } = held;

    /// <summary>Locks that were released here though nobody here took them: the caller's, who expects to have them back.</summary>
    public ImmutableArray<(AccessPath Path, LockMode Mode)> Owed { get; } = owed;

    /// <summary>Locks that are let go as long as an object lives; its disposal takes them back.</summary>
    private ImmutableArray<(object Guard, HeldLock Held)> Lent { get; } = lent;

    private ImmutableArray<(object Flag, bool Value)> Flags { get; } = flags;

    /// <summary>A loop that takes a lock again and again without releasing it must come to an end: once is as good as often.</summary>
    public LockWorld Acquire(HeldLock held)
    {
        var owed = (held.Path, held.Mode);
        if (Owed.Contains(owed))
            return new(Held.Add(held.Repaid()), Flags, Owed.Remove(owed), Lent);
        return Held.Contains(held) ? this : new(Held.Add(held), Flags, Owed, Lent);
    }

    /// <summary>The last acquisition of the lock; -1: it is not held.</summary>
    public int Find(AccessPath path, LockMode mode)
    {
        for (var i = Held.Length - 1; i >= 0; i--)
        {
            if (Held[i].Mode == mode && Held[i].Path.Equals(path))
                return i;
        }

        return -1;
    }

    /// <summary>Let go until the guard is disposed. One that nobody here holds is the caller's.</summary>
    public LockWorld Lend(HeldLock held, object guard)
    {
        var index = Find(held.Path, held.Mode);
        var without = index < 0 ? Owe(held.Path, held.Mode) : Without(index);
        return IsLent(guard) ? without : new(without.Held, Flags, without.Owed, Lent.Add((guard, index < 0 ? held : Held[index])));
    }

    public bool IsLent(object guard)
    {
        foreach (var (lender, _) in Lent)
        {
            if (lender.Equals(guard))
                return true;
        }

        return false;
    }

    public LockWorld TakeBack(object guard)
    {
        for (var i = 0; i < Lent.Length; i++)
        {
            if (Lent[i].Guard.Equals(guard))
                return new LockWorld(Held, Flags, Owed, Lent.RemoveAt(i)).Acquire(Lent[i].Held);
        }

        return this;
    }

    public LockWorld Without(int index) => new(Held.RemoveAt(index), Flags, Owed, Lent);

    public LockWorld Replace(int index, HeldLock held) => new(Held.SetItem(index, held), Flags, Owed, Lent);

    /// <summary>Released without having been taken. Once is as good as often.</summary>
    public LockWorld Owe(AccessPath path, LockMode mode) => Owed.Contains((path, mode)) ? this : new(Held, Flags, Owed.Add((path, mode)), Lent);

    public bool? ValueOf(object flag)
    {
        foreach (var (known, value) in Flags)
        {
            if (known.Equals(flag))
                return value;
        }

        return null;
    }

    public LockWorld With(object flag, bool? value)
    {
        var flags = Flags;
        for (var i = 0; i < flags.Length; i++)
        {
            if (!flags[i].Flag.Equals(flag))
                continue;
            flags = flags.RemoveAt(i);
            break;
        }

        if (value is { } known)
            flags = flags.Add((flag, known));
        return flags.Length == 0 && Flags.Length == 0 ? this : new LockWorld(Held, flags, Owed, Lent);
    }

    /// <summary>Without what was known of conditions about the symbol.</summary>
    public LockWorld Forget(ISymbol symbol)
    {
        var flags = Flags.RemoveAll(known => known.Flag is ConditionKey key && key.Mentions(symbol));
        return flags.Length == Flags.Length ? this : new LockWorld(Held, flags, Owed, Lent);
    }

    public bool Equals(LockWorld? other)
    {
        if (other is null || Held.Length != other.Held.Length || Flags.Length != other.Flags.Length || Owed.Length != other.Owed.Length || Lent.Length != other.Lent.Length)
            return false;
        for (var i = 0; i < Held.Length; i++)
        {
            if (!Held[i].Equals(other.Held[i]))
                return false;
        }

        foreach (var (guard, _) in Lent)
        {
            if (!other.IsLent(guard))
                return false;
        }

        foreach (var owed in Owed)
        {
            if (!other.Owed.Contains(owed))
                return false;
        }

        foreach (var (flag, value) in Flags)
        {
            if (other.ValueOf(flag) != value)
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as LockWorld);

    public override int GetHashCode() => (Held.Length * 31) + Flags.Length;
}
