using Fearless.Analyzers.Flow;

namespace Fearless.Analyzers;

/// <summary>Two uses of one object that may happen at the same time, one of them a write.</summary>
/// <param name="primary">Where the finding goes: the later use, or the one inside the work if that conflicts with itself.</param>
/// <param name="other">The other side.</param>
/// <param name="work">The work because of which they overlap.</param>
internal sealed class ObjectConflict(SharedUse primary, SharedUse other, SpawnSite work)
{
    public SharedUse Primary { get; } = primary;

    public SharedUse Other { get; } = other;

    public SpawnSite Work { get; } = work;

    /// <summary>The work conflicts with another run of itself.</summary>
    public bool IsWithItself => IsIn(Primary) && IsIn(Other);

    private bool IsIn(SharedUse use)
    {
        for (ThreadContext? at = use.Access.Context; at is not null; at = at.Parent)
        {
            if (at == Work.Context)
                return true;
        }

        return false;
    }
}
