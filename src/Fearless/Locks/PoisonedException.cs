using System;

namespace Fearless;

/// <summary>
/// An exception escaped from a critical section of this lock, so its value may be half changed (Rust's <c>PoisonError</c>).
/// To look at the value all the same, take the lock with its <c>out bool wasPoisoned</c> overload; once the value is repaired, call <c>ClearPoison</c>.
/// </summary>
public sealed class PoisonedException : Exception
{
    /// <summary>Creates the exception; without a message it explains itself.</summary>
    public PoisonedException(string? message = null, Exception? inner = null) : base(message ?? Text, inner) { }

    // The beginning is Rust's own text.
    private const string Text =
        "poisoned lock: another task failed inside. An exception escaped while this lock was held, so its value may be half changed. "
        + "Use the overload with 'out bool wasPoisoned' to reach the value all the same, and ClearPoison() once it is repaired.";
}
