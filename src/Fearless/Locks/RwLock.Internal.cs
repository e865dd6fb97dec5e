using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless;

public sealed partial class RwLock<T>
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefuseRead()
    {
        int status = Raw.Status;
        // Cleared in the meantime: then there is nothing to refuse.
        if (status == LockStatus.Sound) return;
        Raw.Unshare();
        LockStatus.Throw(status, Name);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadGuard<T> ReadSlow()
    {
        Raw.Share(Deadline.Infinite, Id);
        Raw.ConsiderBias();
        return OpenRead();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WriteGuard<T> WriteSlow(bool acquired)
    {
        if (!acquired || !Raw.Unbias(PerThread.Id)) Raw.Enter(Deadline.Infinite, Id);
        return OpenWrite();
    }

    private WriteGuard<T> OpenWrite()
    {
        int status = Raw.Status;
        if (status != LockStatus.Sound)
        {
            Raw.Exit();
            LockStatus.Throw(status, Name);
        }
        return new WriteGuard<T>(this, Raw.Issue(), Snapshot());
    }

    private WriteGuard<T> OpenAnyhow(out bool wasPoisoned)
    {
        int status = Raw.Status;
        if (LockStatus.IsConsumed(status))
        {
            Raw.Exit();
            LockStatus.ThrowConsumed(Name);
        }
        wasPoisoned = status == LockStatus.Poisoned;
        return new WriteGuard<T>(this, Raw.Issue(), Snapshot());
    }

    private ReadGuard<T> OpenRead()
    {
        if (Raw.Status != LockStatus.Sound) RefuseRead();
        return new ReadGuard<T>(this, ReadHolds.Current.Open(Id));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void ReleaseWrite(nint snapshot)
    {
        if (PerThread.CalmId == 0 && Panicking.Since(snapshot)) Raw.Poison();
        Raw.Exit();
    }

    /// <summary>In an exception filter: the exception leaves the body for certain. Needed only where Dispose cannot see that.</summary>
    private bool PoisonIfInexact()
    {
        if (!Panicking.IsExact) Raw.Poison();
        return false;
    }

    private static nint Snapshot() => PerThread.CalmId != 0 ? 0 : Panicking.Snapshot();
}
