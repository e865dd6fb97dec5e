namespace Fearless.Analyzers.Sharing;

/// <summary>What it takes to believe that a member is the first to run on an object.</summary>
internal enum SetUpEvidence
{
    /// <summary>It takes no lock and hands the object over: enough for plain stores, which say themselves what they are for.</summary>
    Store,

    /// <summary>It hands the object over, and the others need what it makes, or only the object's maker calls it.</summary>
    Order,

    /// <summary>Only the object's maker calls it. Costly: asked when there is something to report.</summary>
    Maker,
}
