using Fearless.Internal;

namespace Fearless.Async;

/// <summary>
/// Somebody who awaits a primitive. The primitive takes it out of its queue and decides its result under the gate, and calls
/// <see cref="Resume"/> outside: so one who is still queued can withdraw with nothing lost, and one who is not has its result.
/// </summary>
internal abstract class AsyncWaiter : QueueNode<AsyncWaiter>
{
    /// <summary>Who waits, where a primitive has to tell its waiters apart.</summary>
    internal object? Tag;

    /// <summary>Completes the await; gate not held.</summary>
    internal abstract void Resume();
}
