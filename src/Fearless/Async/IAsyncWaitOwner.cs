namespace Fearless.Async;

/// <summary>A primitive that waiters can be withdrawn from.</summary>
internal interface IAsyncWaitOwner
{
    /// <summary>Takes a cancelled waiter out of the queue, and lets in whom it blocked; false: it has its result already.</summary>
    bool Withdraw(AsyncWaiter waiter);
}
