using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Fearless.Internal;

namespace Fearless;

/// <summary>A reference to an <see cref="Arc{T}"/>'s value that does not keep it from being disposed (Rust's <c>std::sync::Weak</c>).</summary>
/// <remarks>Disposing it only takes it out of <see cref="Arc.WeakCount{T}(Arc{T})"/>. Never blocks.</remarks>
[AssumeSend("the count is atomic"), AssumeSync("the count is atomic, the value is Sync")]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Weak<[Send, Sync] T> : IDisposable
{
    private ArcBox<T>? _box;
    private int _disposed;

    /// <summary>A reference to nothing: it cannot be upgraded.</summary>
    public Weak() { }

    /// <summary>Takes over one weak count of the box.</summary>
    internal Weak(ArcBox<T> box) => _box = box;

    /// <summary>A strong reference, if the value still is there. Lock-free.</summary>
    /// <exception cref="ObjectDisposedException">This handle was disposed.</exception>
    public bool TryUpgrade([NotNullWhen(true)] out Arc<T>? strong)
    {
        ArcBox<T>? box = Box;
        strong = box is not null && box.TryAddStrong() ? new Arc<T>(box) : null;
        return strong is not null;
    }

    /// <summary>One more weak reference.</summary>
    /// <exception cref="ObjectDisposedException">This handle was disposed.</exception>
    public Weak<T> Clone()
    {
        ArcBox<T>? box = Box;
        if (box is null) return new Weak<T>();
        box.AddWeak();
        return new Weak<T>(box);
    }

    /// <summary>Gives this reference up. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (Atomics.Exchange(ref _disposed, 1) == 0) Atomics.Exchange(ref _box, null)?.DropWeak();
    }

    /// <summary>Always <c>(Weak)</c>, as in Rust: the value may be gone at any time.</summary>
    public override string ToString() => "(Weak)";

    /// <summary>Null: refers to nothing.</summary>
    internal ArcBox<T>? Box
    {
        get
        {
            ObjectDisposedException.ThrowIf(Atomics.Read(ref _disposed) != 0, this);
            return Atomics.Read(ref _box);
        }
    }
}
