using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    [NoCodeFix("The fault is the suite's: there is nothing to mend in the code that it was looking at.")]
    public static readonly DiagnosticDescriptor FEAR9001_FailedAnalysis = Rule(
        "FEAR9001",
        RuleLevel.Suggestion,
        "Analysis failed",
        "{0} could not be analysed ({1} in {2}), so findings may be missing here: please report it",
        "A fault of the analyzers themselves. It costs the findings of one member or type; everything else is analysed as usual.");
}
