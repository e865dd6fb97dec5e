namespace Fearless;

/// <summary>Logic on atomic booleans (Rust's <c>AtomicBool</c>). Each returns the value before, is sequentially consistent and lock-free, and never allocates.</summary>
public static class AtomicBoolean
{
    /// <summary>Stores "both", and returns the value before.</summary>
    public static bool FetchAnd(this Atomic<bool> atomic, bool value)
    {
        bool old = atomic.Load();
        while (!atomic.CompareExchange(old, old & value, out bool now)) old = now;
        return old;
    }

    /// <summary>Stores "either", and returns the value before.</summary>
    public static bool FetchOr(this Atomic<bool> atomic, bool value)
    {
        bool old = atomic.Load();
        while (!atomic.CompareExchange(old, old | value, out bool now)) old = now;
        return old;
    }

    /// <summary>Stores "exactly one", and returns the value before.</summary>
    public static bool FetchXor(this Atomic<bool> atomic, bool value)
    {
        bool old = atomic.Load();
        while (!atomic.CompareExchange(old, old ^ value, out bool now)) old = now;
        return old;
    }

    /// <summary>Stores "not both", and returns the value before.</summary>
    public static bool FetchNand(this Atomic<bool> atomic, bool value)
    {
        bool old = atomic.Load();
        while (!atomic.CompareExchange(old, !(old & value), out bool now)) old = now;
        return old;
    }
}
