namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Which of the compiler's own diagnostics must be expected.</summary>
public enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
    Suggestions,
    All,
}
