using System;
using System.Runtime.CompilerServices;

namespace Fearless.Internal;

/// <summary>What is wrong with a lock's value, as bits of one word that anybody may read and only whole-bit atomics change.</summary>
internal static class LockStatus
{
    public const int Sound = 0;
    public const int Poisoned = 1;
    /// <summary>IntoInner took the value away.</summary>
    public const int Consumed = 2;

    public static bool IsConsumed(int status) => (status & Consumed) != 0;

    /// <summary>Throws what a status that is not sound means.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Throw(int status, string type)
    {
        if (IsConsumed(status)) ThrowConsumed(type);
        throw new PoisonedException();
    }

    public static void ThrowConsumed(string type) =>
        throw new ObjectDisposedException(type, "The value was taken out with IntoInner; this lock owns nothing any more.");

    public static void ThrowReleased(string guard) =>
        throw new ObjectDisposedException(guard, "This guard, or the guard it is a copy of, holds no lock: it was disposed, or never acquired. Take the lock again.");
}
