using System;

namespace Fearless;

/// <summary>A rank for a lock field: a thread may take it only while all the locks that it holds have lower ranks.</summary>
/// <param name="rank">Higher ranks are taken later.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class LockRankAttribute(int rank) : Attribute
{
    /// <summary>Higher ranks are taken later.</summary>
    public int Rank { get; } = rank;
}
