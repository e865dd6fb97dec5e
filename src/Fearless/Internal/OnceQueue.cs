namespace Fearless.Internal;

/// <summary>Threads that wait for a cell to be filled, and look again whenever something happens to it. Made on first contention.</summary>
internal sealed class OnceQueue
{
    private readonly Gate _gate = new();
    private readonly WaitList _list = new();

    public Waiter Join()
    {
        Waiter me = Waiter.Rent();
        _gate.Enter();
        _list.AddLast(me);
        _gate.Exit();
        return me;
    }

    public void Leave(Waiter me)
    {
        _gate.Enter();
        _list.Remove(me);
        _gate.Exit();
        Waiter.Return(me);
    }

    /// <summary>Everybody: who finds nothing for itself joins again.</summary>
    public void WakeAll()
    {
        _gate.Enter();
        while (_list.RemoveFirst() is { } waiter)
        {
            Atomics.Write(ref waiter.State, Waiter.Signaled);
            waiter.Parker.Unpark();
        }
        _gate.Exit();
    }
}
