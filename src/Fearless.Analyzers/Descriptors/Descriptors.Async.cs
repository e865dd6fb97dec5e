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

    public static readonly DiagnosticDescriptor FEAR7004_DisposedTask = Rule(
        "FEAR7004",
        RuleLevel.Warning,
        "A using disposes the task, not what the task gives",
        "this 'using' disposes the task; {0} is not waited for: await it",
        "A using whose resource is a task disposes the task at the end of the scope. What the task gives is not there yet, and is never disposed.");

    public static readonly DiagnosticDescriptor FEAR7005_UnawaitableWork = Rule(
        "FEAR7005",
        RuleLevel.Warning,
        "Async function becomes a delegate that returns nothing",
        "{0} is async, but '{1}' takes it as a '{2}', which returns nothing, so it seems to have ended at its first await (line {3}): {4}",
        "An async function that nobody can await returns at its first await. Whoever called it goes on, and an exception in its rest is raised on the thread pool, where it ends the process.");

    public static readonly DiagnosticDescriptor FEAR7006_OuterTaskTaken = Rule(
        "FEAR7006",
        RuleLevel.Warning,
        "Outer task is taken for the whole work",
        "'{0}' is given an async function, so its task ends at the first await of that function, and {1} no more than that: unwrap it",
        "A task made of an async delegate gives the task of the async function. The outer one has ended as soon as the function begins to wait.");

    public static readonly DiagnosticDescriptor FEAR7007_CompletedTwice = Rule(
        "FEAR7007",
        RuleLevel.Warning,
        "Promise may be completed twice",
        "'{0}' throws if '{1}' is complete already, and {2} may have come first: use 'Try{0}'",
        "A TaskCompletionSource can be completed once. Of two sides that may both complete it, the second fails, unless it only tries.");
}
