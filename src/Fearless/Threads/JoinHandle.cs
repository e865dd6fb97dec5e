using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless;

/// <summary>
/// An owned thread that returns nothing. Dropping the handle without joining detaches the thread, which does not keep the process alive.
/// </summary>
/// <remarks>
/// Any thread may join, as often as it likes. Everything that the thread wrote is visible after a join, and its
/// <see cref="LocalKey{T}"/> values have been disposed. Rust: <c>std::thread::JoinHandle&lt;()&gt;</c>.
/// </remarks>
[Send, Sync]
[DebuggerDisplay("JoinHandle {Thread.Name,nq} finished: {IsFinished}")]
public sealed class JoinHandle
{
    [AssumeSend("not tied to the thread that started it"), AssumeSync("never changes, and synchronises itself")]
    private readonly SpawnedThread _thread;

    internal JoinHandle(SpawnedThread thread) => _thread = thread;

    /// <summary>True once the thread has ended; a join then returns at once. Never waits.</summary>
    public bool IsFinished => _thread.HasEnded;

    /// <summary>The thread itself: its name, its id, its state.</summary>
    public Thread Thread => _thread.Thread;

    /// <summary>Waits until the thread has ended.</summary>
    /// <exception cref="PanicException">The work threw; the inner exception is what it threw.</exception>
    /// <exception cref="InvalidOperationException">Called by the thread itself.</exception>
    /// <exception cref="ThreadInterruptedException">The caller was interrupted; it may join again.</exception>
    public void Join()
    {
        if (JoinPanic() is { } panic)
        {
            throw PanicException.Of(panic);
        }
    }

    /// <summary>Waits until the thread has ended and returns what it threw; null: it ended normally.</summary>
    /// <returns>The exception itself, or null.</returns>
    /// <exception cref="InvalidOperationException">Called by the thread itself.</exception>
    /// <exception cref="ThreadInterruptedException">The caller was interrupted; it may join again.</exception>
    public Exception? JoinPanic()
    {
        _thread.Wait(Deadline.Infinite);
        _thread.TakeOutcome();
        return _thread.Panic;
    }

    /// <summary>Waits at most <paramref name="timeout"/>; as <see cref="Task.Wait(TimeSpan)"/> does, it throws if the work did.</summary>
    /// <param name="timeout">How long; zero only looks. Any length is accepted, <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <returns>False: the thread is still running.</returns>
    /// <exception cref="PanicException">The work threw; the inner exception is what it threw.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    /// <exception cref="InvalidOperationException">Called by the thread itself.</exception>
    public bool TryJoin(TimeSpan timeout)
    {
        if (!_thread.Wait(Deadline.After(timeout)))
        {
            return false;
        }

        Join();
        return true;
    }

    /// <summary>The thread as a task, which ends when the thread has; its continuations do not run on the thread.</summary>
    /// <returns>A task that fails with <see cref="PanicException"/> if the work threw.</returns>
    public Task AsTask()
    {
        _thread.TakeOutcome();
        return Await();
    }

    /// <summary>Gives the thread its park token: see <see cref="Threads.Unpark"/>.</summary>
    public void Unpark() => Threads.Unpark(_thread.Thread);

    private async Task Await()
    {
        await _thread.EndTask().ConfigureAwait(false);
        if (_thread.Panic is { } panic)
        {
            throw PanicException.Of(panic);
        }
    }
}
