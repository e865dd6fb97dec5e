using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR7001_TiedAcrossAwait = Rule(
        "FEAR7001",
        RuleLevel.Warning,
        "Value of one thread is used after an await that may leave it",
        "'{0}' ({1}) is used after this await (line {2}), which may go on on another thread, but {3}: finish with it before the await, or make it after",
        "After an await without the captured context, or in work of the pool, the code goes on on any thread. What must stay on its thread is then used on the wrong one.");

    public static readonly DiagnosticDescriptor FEAR7002_InlineContinuation = Rule(
        "FEAR7002",
        RuleLevel.Warning,
        "Work loop runs the continuations of those it serves",
        "the work loop that completes this promise ('{0}' at line {1}) also runs whatever its awaiter goes on with, and serves nobody meanwhile: "
            + "pass TaskCreationOptions.RunContinuationsAsynchronously",
        "Completing a TaskCompletionSource runs the continuations of its task at once, on the thread that completes it. A continuation that waits for the same loop waits for ever.");
}
