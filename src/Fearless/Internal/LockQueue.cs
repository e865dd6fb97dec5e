namespace Fearless.Internal;

/// <summary>Who waits for a <see cref="RawLock"/>. Made on the first contention, and kept.</summary>
internal sealed class LockQueue
{
    public readonly Gate Gate = new();
    public readonly WaitList List = new();
    /// <summary>Exclusive waiters between their first lying down and their leaving, on the way or not; under the gate.</summary>
    public int Writers;
}
