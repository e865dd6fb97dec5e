using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR7010_UnclosedChannel = Rule(
        "FEAR7010",
        RuleLevel.Warning,
        "Channel is not closed on every path, so its reader waits for ever",
        "{0}: {1}",
        "A loop over a channel ends when the other side says that nothing more will come: when every sender is disposed, when the writer is completed.");

    public static readonly DiagnosticDescriptor FEAR7011_UnseenFailure = Rule(
        "FEAR7011",
        RuleLevel.Warning,
        "Task that may fail is thrown away",
        "nobody will see it when this task fails, and it can ({0}, line {1}): await it, return it, or handle the exception in the work",
        "An exception in a task is kept in the task. If nobody looks at the task, the work has not been done and nobody knows.");
}
