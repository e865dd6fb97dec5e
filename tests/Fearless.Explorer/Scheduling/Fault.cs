namespace Fearless.Explorer.Scheduling;

/// <summary>
/// A planted bug: one kind of synchronisation, at one place in the runtime's source, does not do its work. Planted in the facade, so that the
/// source that ships has no switch for it.
/// </summary>
/// <param name="Operation">What fails.</param>
/// <param name="Member">The method in which it fails; null: in all.</param>
internal sealed record Fault(Operation Operation, string? Member = null)
{
    /// <summary>Whether it was ever reached: a fault that was not proves nothing.</summary>
    public bool WasHit { get; private set; }

    public static bool Hits(Operation operation, string member)
    {
        if (Execution.Controlling?.Fault is not { } fault || fault.Operation != operation || (fault.Member ?? member) != member) return false;
        fault.WasHit = true;
        return true;
    }
}
