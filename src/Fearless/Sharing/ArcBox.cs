using System;
using Fearless.Internal;

namespace Fearless;

/// <summary>
/// What the handles of one <see cref="Arc{T}"/> share. Invariants: <c>Strong</c> never leaves 0 except once, when <see cref="Arc.NewCyclic"/> opens
/// the box; <c>Value</c> is written before Strong leaves 0 and cleared after it has returned there. Memory model: each decrement is a full
/// fence, so everything that any thread did before it let go happens before the disposal (Rust: Release on drop, Acquire before destroying).
/// </summary>
internal sealed class ArcBox<T>(T value, int strong)
{
    public T Value = value;
    private int _strong = strong;
    private int _weak;

    public int Strong => Atomics.Read(ref _strong);

    public int Weak => Atomics.Read(ref _weak);

    public void Open(T made)
    {
        Value = made;
        Atomics.Exchange(ref _strong, 1);
    }

    /// <summary>Only by somebody who holds a strong reference: it cannot be 0.</summary>
    public void AddStrong() => CheckCount(Atomics.Add(ref _strong, 1));

    public bool TryAddStrong()
    {
        while (true)
        {
            int strong = Atomics.Read(ref _strong);
            if (strong == 0) return false;
            if (Atomics.CompareExchange(ref _strong, strong + 1, strong) == strong) return true;
        }
    }

    public void DropStrong()
    {
        if (DropOrTake(out T last) && last is IDisposable disposable) disposable.Dispose();
    }

    /// <summary>One reference less; true: it was the last, and the value is the caller's.</summary>
    public bool DropOrTake(out T last)
    {
        last = default!;
        if (Atomics.Add(ref _strong, -1) != 0) return false;
        last = Value;
        Value = default!;
        return true;
    }

    /// <summary>From one to none, keeping the value alive for the caller.</summary>
    public bool TryTake(out T value)
    {
        if (Atomics.CompareExchange(ref _strong, 0, 1) != 1)
        {
            value = default!;
            return false;
        }
        value = Value;
        Value = default!;
        return true;
    }

    public void AddWeak() => CheckCount(Atomics.Add(ref _weak, 1));

    public void DropWeak() => Atomics.Add(ref _weak, -1);

    private static void CheckCount(int count)
    {
        if (count < 0) throw new OverflowException("More than 2,147,483,647 references: handles are cloned in a loop and not disposed.");
    }
}
