using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Two accesses that may happen at the same time, one of them a write.</summary>
/// <param name="primary">Where the finding goes: the later use, or the one inside the work if that conflicts with itself.</param>
/// <param name="other">The other side.</param>
/// <param name="work">The work because of which they overlap.</param>
internal sealed class Conflict(ISymbol variable, AccessFact primary, AccessFact other, SpawnSite work)
{
    public ISymbol Variable { get; } = variable;

    public AccessFact Primary { get; } = primary;

    public AccessFact Other { get; } = other;

    public SpawnSite Work { get; } = work;

    /// <summary>The work conflicts with another run of itself.</summary>
    public bool IsWithItself => IsIn(Primary.Context) && IsIn(Other.Context);

    private bool IsIn(ThreadContext context)
    {
        for (ThreadContext? at = context; at is not null; at = at.Parent)
        {
            if (at == Work.Context)
                return true;
        }

        return false;
    }
}
