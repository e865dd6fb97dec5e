namespace Fearless.Internal;

/// <summary>Made on the first contention of a lock, and kept.</summary>
internal sealed class MutexQueue
{
    public readonly Gate Gate = new();
    public readonly WaitList List = new();
}
