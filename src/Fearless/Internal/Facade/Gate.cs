using System;
using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// The lock around a wait queue: held for a few instructions, by slow paths only. Unlike a bare monitor it is never left by
/// <see cref="ThreadInterruptedException"/>: a release that threw half-way would lose a wake-up. The interrupt stays pending.
/// </summary>
internal sealed class Gate
{
    public void Enter()
    {
        try
        {
            Monitor.Enter(this);
        }
        catch (ThreadInterruptedException)
        {
            EnterAfterInterrupt();
        }
    }

    public void Exit() => Monitor.Exit(this);

    /// <summary><c>using (gate.Hold()) …</c></summary>
    public Held Hold()
    {
        Enter();
        return new Held(this);
    }

    /// <summary>Leaves the gate, sleeps until <see cref="Pulse"/> or the time is up, and enters again. Spurious returns are possible.</summary>
    /// <exception cref="ThreadInterruptedException">Thrown with the gate held.</exception>
    public void Wait(in Deadline deadline)
    {
        if (deadline.IsInfinite) Monitor.Wait(this);
        else Monitor.Wait(this, deadline.RemainingMilliseconds);
    }

    /// <summary>Wakes one sleeper of <see cref="Wait"/>; the gate must be held.</summary>
    public void Pulse() => Monitor.Pulse(this);

    private void EnterAfterInterrupt()
    {
        while (true)
        {
            try
            {
                Monitor.Enter(this);
                break;
            }
            catch (ThreadInterruptedException)
            {
                continue;
            }
        }
        Thread.CurrentThread.Interrupt();
    }

    public readonly ref struct Held(Gate gate) : IDisposable
    {
        public void Dispose() => gate.Exit();
    }
}
