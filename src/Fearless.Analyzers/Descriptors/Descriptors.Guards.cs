using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR3001_UnsuitableLockObject = Rule(
        "FEAR3001",
        RuleLevel.Warning,
        "Unsuitable lock object",
        "{0}: {1}; {2}",
        "A lock protects only against code that locks the same object. An object that strangers can reach may be locked by them too; "
        + "one that is made anew, boxed or exchanged is never the same for two threads.");

    public static readonly DiagnosticDescriptor FEAR3002_DiscardedGuard = Rule(
        "FEAR3002",
        RuleLevel.Certain,
        "Guard is thrown away, so its lock is never released",
        "{0}: {1}",
        "A guard releases its lock when it is disposed. C# has no destructors that run at once: a guard that is discarded, or used as a temporary, "
        + "keeps its lock for good, and the next one who asks for it waits for ever.");

    public static readonly DiagnosticDescriptor FEAR3003_UnreleasedGuard = Rule(
        "FEAR3003",
        RuleLevel.Warning,
        "Guard is not released on every path",
        "{0}: {1}",
        "A guard in a local variable without 'using' keeps its lock on every path that does not dispose it.");
}
