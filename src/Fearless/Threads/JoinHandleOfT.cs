using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Internal;

namespace Fearless;

/// <summary>
/// An owned thread. Dropping it without joining detaches the thread, which does not keep the process alive.
/// The value is handed out once: a second Join, JoinResult or AsTask throws <see cref="InvalidOperationException"/>.
/// </summary>
/// <typeparam name="T">The type of the value that the thread returns.</typeparam>
/// <remarks>
/// Everything that the thread wrote is visible after a join, and its <see cref="LocalKey{T}"/> values have been disposed.
/// Rust: <c>std::thread::JoinHandle&lt;T&gt;</c>, whose <c>join</c> consumes the handle.
/// </remarks>
[AssumeSend("a handle"), NotSync("its value is handed out once")]
[DebuggerDisplay("JoinHandle {Thread.Name,nq} finished: {IsFinished}")]
public sealed class JoinHandle<[Send] T>
{
    private readonly SpawnedThread<T> _thread;

    internal JoinHandle(SpawnedThread<T> thread) => _thread = thread;

    /// <summary>True once the thread has ended; a join then returns at once. Never waits.</summary>
    public bool IsFinished => _thread.HasEnded;

    /// <summary>The thread itself: its name, its id, its state.</summary>
    public Thread Thread => _thread.Thread;

    /// <summary>Waits and returns the value.</summary>
    /// <returns>The value; the handle is spent.</returns>
    /// <exception cref="PanicException">The work threw; the inner exception is what it threw.</exception>
    /// <exception cref="InvalidOperationException">The value was already handed out, or the thread joins itself.</exception>
    /// <exception cref="ThreadInterruptedException">The caller was interrupted; it may join again.</exception>
    [return: Moved]
    public T Join() => JoinResult().Value;

    /// <summary>Waits and returns how it ended; never throws for a panic.</summary>
    /// <returns>The value or the exception; the handle is spent.</returns>
    /// <exception cref="InvalidOperationException">The value was already handed out, or the thread joins itself.</exception>
    /// <exception cref="ThreadInterruptedException">The caller was interrupted; it may join again.</exception>
    [return: Moved]
    public JoinResult<T> JoinResult()
    {
        ThrowIfTaken();
        _thread.Wait(Deadline.Infinite);
        Take();
        return _thread.TakeResult();
    }

    /// <summary>Waits at most <paramref name="timeout"/>; the handle is spent only if this returns true.</summary>
    /// <param name="timeout">How long; zero only looks. Any length is accepted, <see cref="Timeout.InfiniteTimeSpan"/> waits for ever.</param>
    /// <param name="result">How the thread ended.</param>
    /// <returns>False: the thread is still running.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative.</exception>
    /// <exception cref="InvalidOperationException">The value was already handed out, or the thread joins itself.</exception>
    public bool TryJoin(TimeSpan timeout, [Moved] out JoinResult<T> result)
    {
        var deadline = Deadline.After(timeout);
        ThrowIfTaken();
        if (!_thread.Wait(deadline))
        {
            result = default;
            return false;
        }

        Take();
        result = _thread.TakeResult();
        return true;
    }

    /// <summary>The value as a task, which ends when the thread has; its continuations do not run on the thread. The handle is spent.</summary>
    /// <returns>A task that fails with <see cref="PanicException"/> if the work threw.</returns>
    /// <exception cref="InvalidOperationException">The value was already handed out.</exception>
    [return: Moved]
    public Task<T> AsTask()
    {
        Take();
        return Await();
    }

    /// <summary>Gives the thread its park token: see <see cref="Threads.Unpark"/>.</summary>
    public void Unpark() => Threads.Unpark(_thread.Thread);

    private async Task<T> Await()
    {
        await _thread.EndTask().ConfigureAwait(false);
        return _thread.TakeResult().Value;
    }

    private void Take()
    {
        if (!_thread.TakeOutcome())
        {
            ThrowTaken();
        }
    }

    private void ThrowIfTaken()
    {
        if (_thread.OutcomeTaken)
        {
            ThrowTaken();
        }
    }

    private static void ThrowTaken() =>
        throw new InvalidOperationException("The thread's value was already handed out, or dropped when its scope ended. Join once, and keep what it returns.");
}
