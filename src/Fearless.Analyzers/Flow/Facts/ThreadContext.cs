namespace Fearless.Analyzers.Flow;

/// <summary>
/// Whose code runs: the member itself, a piece of work that it starts (or that such work starts), or a delegate of which nobody knows
/// when it runs.
/// </summary>
internal sealed class ThreadContext
{
    public static readonly ThreadContext Main = new(null, null);

    /// <summary>A delegate that is stored or handed to code out of sight: it may run at any time, or never; nothing is claimed about it.</summary>
    public static readonly ThreadContext Unknown = new(null, null);

    private ThreadContext(ThreadContext? parent, SpawnSite? site)
    {
        Parent = parent;
        Site = site;
        Depth = parent is null ? 0 : parent.Depth + 1;
    }

    public ThreadContext? Parent { get; }

    /// <summary>The start that this work comes from; null for the member itself.</summary>
    public SpawnSite? Site { get; }

    public int Depth { get; }

    public ThreadContext Spawn(SpawnSite site) => new(this, site);
}
