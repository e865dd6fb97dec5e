using System;
using System.Diagnostics;

namespace Fearless;

/// <summary>A mutable slot for one thread at a time, with the borrow rules checked when it runs: many readers or one writer (Rust's <c>RefCell</c>).</summary>
/// <remarks>What it catches on one thread is re-entrance: a callback that changes what its caller is reading. Between threads use <see cref="Mutex{T}"/>. Costs two additions; never blocks.</remarks>
/// <typeparam name="T">What is in the slot; the cell may move to another thread with it, so it must be Send.</typeparam>
[AssumeSend("moves its value along"), NotSync("the borrow count is not atomic")]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RefCell<[Send] T>
{
    private const int Writing = -1;
    private T _value;
    // Readers inside, or Writing.
    private int _borrows;

    /// <summary>A cell that owns <paramref name="value"/>.</summary>
    public RefCell([Moved] T value) => _value = value;

    /// <summary>Reads the value; <paramref name="body"/> may read again, but not write.</summary>
    /// <exception cref="InvalidOperationException">The value is mutably borrowed.</exception>
    public TResult With<TResult>(ReadFunc<T, TResult> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (_borrows == Writing) throw new InvalidOperationException("RefCell already mutably borrowed: this runs inside WithMut on the same cell. Finish that first, or use its argument.");
        _borrows++;
        try
        {
            return body(in _value);
        }
        finally
        {
            _borrows--;
        }
    }

    /// <summary>Changes the value; <paramref name="body"/> may not come back to the cell.</summary>
    /// <exception cref="InvalidOperationException">The value is borrowed.</exception>
    public void WithMut(RefAction<T> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        BeginWrite();
        try
        {
            body(ref _value);
        }
        finally
        {
            _borrows = 0;
        }
    }

    /// <summary>Stores a new value and returns the old one, which is then the caller's alone.</summary>
    /// <exception cref="InvalidOperationException">The value is borrowed; the new value is still the caller's.</exception>
    [return: Moved]
    public T Replace([Moved] T value)
    {
        BeginWrite();
        T old = _value;
        _value = value;
        _borrows = 0;
        return old;
    }

    /// <summary>The value, or <c>&lt;borrowed&gt;</c>.</summary>
    public override string ToString() => $"RefCell {{ value: {(_borrows == Writing ? "<borrowed>" : _value)} }}";

    private void BeginWrite()
    {
        if (_borrows != 0) throw new InvalidOperationException("RefCell already borrowed: this runs inside With or WithMut on the same cell. Finish that first.");
        _borrows = Writing;
    }
}
