using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Fearless;

/// <summary>
/// Work offered to the thread pool, which the thread that offered it takes back if nobody began it in time.
/// </summary>
/// <remarks>
/// Invariant: exactly one thread moves the state from Offered to Taken, by compare-and-swap, and only that one runs the delegate. The result
/// is written before the state becomes Done (a full fence), and read after Done was seen.
/// </remarks>
internal sealed class ForkedCall<T>(Func<T> body) : IThreadPoolWorkItem
{
    private const int Offered = 0;
    private const int Taken = 1;
    private const int Awaited = 2;
    private const int Done = 3;

    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private T _result = default!;
    private ExceptionDispatchInfo? _panic;
    private int _state;

    internal T Result
    {
        get
        {
            _panic?.Throw();
            return _result;
        }
    }

    // The local queue: a nested join takes its own work back first, and thieves take the oldest, largest piece.
    internal void Fork() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);

    void IThreadPoolWorkItem.Execute()
    {
        if (!TryTake())
        {
            return;
        }

        if (_context is { } context)
        {
            // The delegate sees the caller's AsyncLocal values, as it would in Task.Run.
            ExecutionContext.Run(context, static call => ((ForkedCall<T>)call!).Run(), this);
        }
        else
        {
            Run();
        }

        if (Interlocked.Exchange(ref _state, Done) == Awaited)
        {
            lock (this)
            {
                Monitor.PulseAll(this);
            }
        }
    }

    /// <summary>Returns when the work has ended: runs it here if nobody has begun.</summary>
    internal void Finish()
    {
        if (TryTake())
        {
            Run();
            return;
        }

        var spinner = new SpinWait();
        while (Volatile.Read(ref _state) == Taken && !spinner.NextSpinWillYield)
        {
            spinner.SpinOnce();
        }

        if (Interlocked.CompareExchange(ref _state, Awaited, Taken) != Done)
        {
            WaitForDone();
        }
    }

    private bool TryTake() => Interlocked.CompareExchange(ref _state, Taken, Offered) == Offered;

    private void Run()
    {
        try
        {
            _result = body();
        }
        catch (Exception panic)
        {
            _panic = ExceptionDispatchInfo.Capture(panic);
        }
    }

    /// <summary>The other half uses what the caller lent it, so an interrupt is kept until it has ended.</summary>
    private void WaitForDone()
    {
        var interrupted = false;
        while (Volatile.Read(ref _state) != Done)
        {
            try
            {
                lock (this)
                {
                    while (Volatile.Read(ref _state) != Done)
                    {
                        Monitor.Wait(this);
                    }
                }
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }

        if (interrupted)
        {
            Thread.CurrentThread.Interrupt();
        }
    }
}
