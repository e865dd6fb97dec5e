using System;

namespace Fearless;

/// <summary>The spawned work ended with an exception, which is the inner one.</summary>
/// <remarks>
/// The original exception keeps its type, identity and stack trace as <see cref="Exception.InnerException"/>. When several threads of a
/// scope panicked, the inner exception is an <see cref="AggregateException"/> of them. Rust: the payload of <c>JoinHandle::join</c>'s error.
/// </remarks>
public sealed class PanicException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What panicked; null for a general text.</param>
    /// <param name="inner">The exception that ended the work.</param>
    public PanicException(string? message = null, Exception? inner = null)
        : base(message ?? "The spawned work panicked.", inner)
    {
    }

    internal static PanicException Of(Exception panic) =>
        new($"The spawned work panicked: {panic.GetType().Name}: {panic.Message}", panic);
}
