namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An expectation and the diagnostic that comes closest; null = the other side has nothing.</summary>
internal readonly record struct DiagnosticPair(DiagnosticResult? Expected, Diagnostic? Actual, Mismatch Mismatch)
{
    public bool IsMatch => Expected is not null && Actual is not null && Mismatch == Mismatch.None;
}
