using System;
using System.Diagnostics;

namespace Fearless;

/// <summary>Reference counting without atomics, for one thread (Rust's <c>std::rc::Rc</c>). The last one disposed disposes the value.</summary>
/// <remarks>The count is a plain integer: two threads that clone or dispose at the same time corrupt it. The analyzers refuse to let one cross; to share between threads use <see cref="Arc{T}"/>.</remarks>
[NotSend("the count is not atomic"), NotSync("the count is not atomic")]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Rc<T> : IDisposable
{
    private Counted? _shared;

    /// <summary>The first reference to a value.</summary>
    public Rc(T value) : this(new Counted(value)) { }

    private Rc(Counted shared)
    {
        shared.Strong++;
        _shared = shared;
    }

    /// <summary>The shared value.</summary>
    /// <exception cref="ObjectDisposedException">This handle was disposed.</exception>
    public T Value => Shared.Value;

    /// <summary>How many references there are.</summary>
    /// <exception cref="ObjectDisposedException">This handle was disposed.</exception>
    public int StrongCount => Shared.Strong;

    /// <summary>One more reference.</summary>
    /// <exception cref="ObjectDisposedException">This handle was disposed.</exception>
    public Rc<T> Clone() => new(Shared);

    /// <summary>Gives this reference up; disposes the value if it was the last. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_shared is not { } shared) return;
        _shared = null;
        if (--shared.Strong == 0 && shared.Value is IDisposable disposable) disposable.Dispose();
    }

    /// <summary>The value's text.</summary>
    public override string ToString() => _shared is null ? "<disposed>" : _shared.Value?.ToString() ?? "";

    private Counted Shared => _shared ?? throw new ObjectDisposedException(
        nameof(Rc<>), "This reference was given up. Clone() it first for each owner that needs one of its own.");

    private sealed class Counted(T value)
    {
        public readonly T Value = value;
        public int Strong;
    }
}
