using System;
using Fearless.Explorer.Scheduling;
using Xunit;

namespace Fearless.Explorer.Locks;

/// <summary>What the explorer is worth: each primitive with one piece of its synchronisation broken, and the explorer must find a schedule that shows it.</summary>
public class PlantedBugs
{
    [Theory]
    [InlineData(Operation.Atomicity, "TryEnterCalm", "two threads inside: the fast path tests and sets in two steps")]
    [InlineData(Operation.Atomicity, "TryTake", "two threads inside: the slow path tests and sets in two steps")]
    [InlineData(Operation.Barrier, "WaitInQueue", "lost wake-up: the releaser's store is still in its buffer when the waiter looks")]
    [InlineData(Operation.Unpark, "WakeNext", "lost wake-up: the waiter is taken out of the queue and not told")]
    [InlineData(Operation.Store, "Press", "lost wake-up: nobody asks for one")]
    [InlineData(Operation.Store, "Dismiss", "lost wake-up: the waiter is woken and not told why")]
    internal void Mutex(Operation operation, string member, string consequence) =>
        AssertFound(operation, member, consequence, MutexExploration.TwoByTwo, MutexExploration.Three, MutexExploration.TwoTries);

    [Theory]
    [InlineData(Operation.Barrier, "Unbias", "a writer beside a reader: the reader's announcement is still in its buffer")]
    [InlineData(Operation.Atomicity, "TryShare", "a reader that is not counted")]
    [InlineData(Operation.Atomicity, "Unshare", "a reader that is counted for ever")]
    [InlineData(Operation.Barrier, "WaitInQueue", "lost wake-up: a release is still in its buffer when the waiter looks")]
    [InlineData(Operation.Unpark, "DismissSharers", "lost wake-up of a reader")]
    [InlineData(Operation.Unpark, "WakeNext", "lost wake-up of a writer")]
    [InlineData(Operation.Store, "Press", "lost wake-up: nobody asks for one")]
    internal void RwLock(Operation operation, string member, string consequence) =>
        AssertFound(operation, member, consequence,
            RwLockExploration.BiasedReaderAndWriter, RwLockExploration.ReadersAndWriter, RwLockExploration.WritersAndReader, RwLockExploration.Downgrade);

    [Theory]
    [InlineData(Operation.Unpark, "NotifyOne", "lost wake-up")]
    [InlineData(Operation.Unpark, "NotifyAll", "lost wake-up")]
    [InlineData(Operation.Store, "Signal", "a waiter that is woken and not told")]
    [InlineData(Operation.Store, "Wait", "lost wake-up: the notifier believes that nobody waits")]
    internal void Condvar(Operation operation, string member, string consequence) =>
        AssertFound(operation, member, consequence, CondvarExploration.OneToOne, CondvarExploration.NotifyAll, CondvarExploration.Tokens, CondvarExploration.Timed);

    [Theory]
    [InlineData(Operation.Atomicity, "Claim", "two factories run")]
    [InlineData(Operation.Unpark, "WakeAll", "lost wake-up")]
    [InlineData(Operation.Store, "WakeAll", "a waiter that is woken and not told")]
    internal void OnceLock(Operation operation, string member, string consequence) =>
        AssertFound(operation, member, consequence, OnceLockExploration.TwoFactories, OnceLockExploration.Three, OnceLockExploration.Throwing);

    private static void AssertFound(Operation operation, string member, string consequence, params Func<Scenario>[] scenarios)
    {
        bool hit = false;
        foreach (Func<Scenario> scenario in scenarios)
        {
            var fault = new Fault(operation, member);
            try
            {
                Scheduling.Explorer.Run(scenario, fault: fault);
            }
            catch (ExplorationFailed)
            {
                Assert.True(fault.WasHit, "Found something, but not the planted bug.");
                return;
            }
            hit |= fault.WasHit;
        }
        Assert.Fail($"{(hit ? "Not found" : "Never reached")}: {operation} in {member}, {consequence}.");
    }
}
