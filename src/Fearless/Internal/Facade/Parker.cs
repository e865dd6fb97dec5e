using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// One token: <see cref="Unpark"/> leaves it, <see cref="Park"/> takes it, waiting if need be. Owned by one waiting thread, unparked by any.
/// Everything written before Unpark is visible after the Park that takes its token (both ends are full fences).
/// </summary>
internal sealed class Parker
{
    // States. Only the owner moves Empty→Parked and anything→Empty; an unparker only ever moves to Token.
    private const int Empty = 0;
    private const int Token = 1;
    private const int Parked = 2;

    private readonly Gate _gate = new();
    private int _state;

    /// <summary>True: took the token. False: the time was up.</summary>
    /// <exception cref="ThreadInterruptedException">No token was taken.</exception>
    public bool Park(in Deadline deadline)
    {
        if (Interlocked.CompareExchange(ref _state, Empty, Token) == Token) return true;
        if (deadline.HasPassed) return false;
        _gate.Enter();
        try
        {
            // The gate makes "say that I sleep, then sleep" one step for Unpark: the pulse cannot fall between the two.
            if (Interlocked.CompareExchange(ref _state, Parked, Empty) == Empty)
            {
                do _gate.Wait(deadline);
                while (Volatile.Read(in _state) == Parked && !deadline.HasPassed);
            }
            return Interlocked.Exchange(ref _state, Empty) == Token;
        }
        catch (ThreadInterruptedException)
        {
            Interlocked.CompareExchange(ref _state, Empty, Parked);
            throw;
        }
        finally
        {
            _gate.Exit();
        }
    }

    /// <summary>Leaves the token, once; never blocks for long and never throws.</summary>
    public void Unpark()
    {
        if (Interlocked.Exchange(ref _state, Token) != Parked) return;
        _gate.Enter();
        _gate.Pulse();
        _gate.Exit();
    }
}
