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

    public static readonly DiagnosticDescriptor FEAR2002_SharedObjectConflict = Rule(
        "FEAR2002",
        RuleLevel.Warning,
        "Object is changed while work that shares it may run",
        "{0}: {1}",
        "A closure shares the objects that its variables refer to. While the work that has it may run, a change on either side without a common lock is a data race.");
}
