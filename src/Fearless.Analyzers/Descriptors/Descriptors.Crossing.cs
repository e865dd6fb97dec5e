using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR2001_CapturedVariableConflict = Rule(
        "FEAR2001",
        RuleLevel.Warning,
        "Captured variable is written while work that captured it may run",
        "{0}: {1}",
        "A lambda captures the variable, not its value. While the work that captured it may run, a write on either side is a data race.");
}
