using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using Fearless.Internal;

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

    // Half a microsecond or so: what a small piece of work takes; after that a sleep costs less than the processor it frees.
    private const int SpinRounds = 30;

    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private T _result = default!;
    private ExceptionDispatchInfo? _panic;
    private Parker? _waiter;
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

        if (Atomics.Exchange(ref _state, Done) == Awaited)
        {
            _waiter!.Unpark();
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

        var spinner = new Spinner(SpinRounds);
        while (Atomics.Read(ref _state) == Taken && spinner.Once())
        {
        }

        if (Atomics.Read(ref _state) == Done)
        {
            return;
        }

        var parker = _waiter = new Parker();
        if (Atomics.CompareExchange(ref _state, Awaited, Taken) != Done)
        {
            WaitForDone(parker);
        }
    }

    private bool TryTake() => Atomics.CompareExchange(ref _state, Taken, Offered) == Offered;

    private void Run()
    {
        try
        {
            _result = body();
        }
        catch (Exception panic) when (Panicking.Passing())
        {
            Panicking.Caught();
            _panic = ExceptionDispatchInfo.Capture(panic);
        }
    }

    /// <summary>The other half uses what the caller lent it, so an interrupt is kept until it has ended.</summary>
    private void WaitForDone(Parker parker)
    {
        var interrupted = false;
        while (Atomics.Read(ref _state) != Done)
        {
            try
            {
                parker.Park(Deadline.Infinite);
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
