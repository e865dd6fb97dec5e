namespace Fearless.Explorer.Scheduling;

/// <summary>What a planted bug can break.</summary>
internal enum Operation
{
    /// <summary>A compare-exchange or addition that another thread can get into the middle of.</summary>
    Atomicity,
    /// <summary>A store that is forgotten.</summary>
    Store,
    /// <summary>A barrier that is left out.</summary>
    Barrier,
    /// <summary>A wake-up that is not sent.</summary>
    Unpark,
    /// <summary>A gate that lets everybody in.</summary>
    Gate,
}
