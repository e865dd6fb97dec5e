using System.Collections.Immutable;
using Fearless.Analyzers.Flow;

namespace Fearless.Analyzers.Program;

/// <summary>What a function does to locks: which it may wait for, and which of its caller's it lets go of first.</summary>
internal sealed class Acquisitions(ImmutableArray<AcquiredLock> acquired, ImmutableArray<AccessPath> freed, bool isUnknown = false)
{
    public static readonly Acquisitions None = new([], []);

    public static readonly Acquisitions Unknown = new([], [], isUnknown: true);

    // Whoever takes more than this is not told apart from who takes anything.
    private const int MaxLocks = 48;

    public ImmutableArray<AcquiredLock> Acquired { get; } = acquired;

    /// <summary>Locks that it releases though it has not taken them.</summary>
    public ImmutableArray<AccessPath> Freed { get; } = freed;

    /// <summary>Too many to follow: nothing is claimed.</summary>
    public bool IsUnknown { get; } = isUnknown;

    public Acquisitions Join(Acquisitions other)
    {
        if (IsUnknown || other.IsUnknown)
            return Unknown;
        if (ReferenceEquals(this, other) || (other.Acquired.IsEmpty && other.Freed.IsEmpty))
            return this;
        if (Acquired.IsEmpty && Freed.IsEmpty)
            return other;
        var acquired = Acquired.ToBuilder();
        foreach (var one in other.Acquired)
        {
            var index = IndexOf(acquired, one);
            if (index < 0)
                acquired.Add(one);
            else if (one.IsPreferredTo(acquired[index]))
                acquired[index] = one;
        }

        if (acquired.Count > MaxLocks)
            return Unknown;
        var freed = Freed;
        foreach (var path in other.Freed)
        {
            if (!freed.Contains(path))
                freed = freed.Add(path);
        }

        return new Acquisitions(acquired.ToImmutable(), freed);
    }

    public bool IsEqual(Acquisitions other)
    {
        if (IsUnknown != other.IsUnknown || Acquired.Length != other.Acquired.Length || Freed.Length != other.Freed.Length)
            return false;
        foreach (var one in Acquired)
        {
            var index = IndexOf(other.Acquired, one);
            if (index < 0 || one.IsPreferredTo(other.Acquired[index]) || other.Acquired[index].IsPreferredTo(one))
                return false;
        }

        foreach (var path in Freed)
        {
            if (!other.Freed.Contains(path))
                return false;
        }

        return true;
    }

    private static int IndexOf(System.Collections.Generic.IReadOnlyList<AcquiredLock> acquired, AcquiredLock wanted)
    {
        for (var i = 0; i < acquired.Count; i++)
        {
            if (acquired[i].IsSame(wanted))
                return i;
        }

        return -1;
    }
}
