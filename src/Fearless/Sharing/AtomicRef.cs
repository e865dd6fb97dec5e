using System.Diagnostics;
using System.Threading;

namespace Fearless;

/// <summary>A reference that is only ever touched atomically. With immutable objects it is the cheapest way to share data that is read often and replaced seldom.</summary>
/// <remarks>Sequentially consistent, lock-free; references are compared, not what they refer to. Rust's counterpart is <c>AtomicPtr</c>, or the arc-swap crate.</remarks>
[AssumeSend("a single word"), AssumeSync("every access is interlocked")]
[DebuggerDisplay("{_value}")]
public sealed class AtomicRef<[Send, Sync] T> where T : class?
{
    private T _value;

    /// <summary>An atomic that holds <paramref name="value"/>.</summary>
    public AtomicRef(T value) => _value = value;

    /// <summary>The reference; all that was written before it was stored is visible.</summary>
    public T Load() => Volatile.Read(ref _value);

    /// <summary>Replaces the reference.</summary>
    public void Store(T value) => Interlocked.Exchange(ref _value, value);

    /// <summary>Replaces the reference and returns what it was.</summary>
    public T Swap(T value) => Interlocked.Exchange(ref _value, value);

    /// <summary>True if it was <paramref name="expected"/> and now is <paramref name="value"/>; <paramref name="witnessed"/> is what it was.</summary>
    public bool CompareExchange(T expected, T value, out T witnessed)
    {
        witnessed = Interlocked.CompareExchange(ref _value, value, expected);
        return ReferenceEquals(witnessed, expected);
    }

    /// <summary>The text of what it refers to.</summary>
    public override string ToString() => Load()?.ToString() ?? "";
}
