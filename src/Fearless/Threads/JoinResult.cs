using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Fearless;

/// <summary>What a thread ended with: a value or an exception.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Rust: <c>std::thread::Result&lt;T&gt;</c>. The default value of the struct is neither: it has no value and no panic.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct JoinResult<T>
{
    private readonly T _value;
    private readonly bool _isOk;

    internal JoinResult(T value)
    {
        _value = value;
        _isOk = true;
        Panic = null;
    }

    internal JoinResult(Exception panic)
    {
        _value = default!;
        _isOk = false;
        Panic = panic;
    }

    /// <summary>True if the work returned a value.</summary>
    public bool IsOk => _isOk;

    /// <summary>The value that the work returned.</summary>
    /// <exception cref="PanicException">The work threw; the inner exception is what it threw.</exception>
    /// <exception cref="InvalidOperationException">This is the struct's default, not the result of anything.</exception>
    public T Value => _isOk ? _value : throw Missing();

    /// <summary>The exception itself that ended the work; null if it returned a value.</summary>
    public Exception? Panic { get; }

    /// <summary>The value, if there is one; never throws.</summary>
    /// <param name="value">The value that the work returned.</param>
    /// <returns>Whether the work returned a value.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return _isOk;
    }

    /// <summary>For people: <c>Ok(5)</c> or <c>Panic(FormatException: …)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        _isOk ? $"Ok({_value})" : Panic is { } panic ? $"Panic({panic.GetType().Name}: {panic.Message})" : "None";

    private Exception Missing() =>
        Panic is { } panic
            ? PanicException.Of(panic)
            : new InvalidOperationException("This JoinResult is the default of its type: nothing has ended yet. Ask a TryJoin that returned true.");
}
