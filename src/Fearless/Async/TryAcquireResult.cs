namespace Fearless.Async;

/// <summary>What an acquire that does not wait found.</summary>
public enum TryAcquireResult
{
    /// <summary>The permits were taken.</summary>
    Acquired,

    /// <summary>Not that many are free, or somebody waits for them already.</summary>
    NoPermits,

    /// <summary>The semaphore was closed.</summary>
    Closed,
}
