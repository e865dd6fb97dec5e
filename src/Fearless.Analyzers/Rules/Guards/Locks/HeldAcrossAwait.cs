using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A lock that only its own thread can release is held where the code may go on on another: at an await, at a yield, at the return of a task.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeldAcrossAwait() : LockFactsRule(Descriptors.FEAR3007_HeldAcrossAwait)
{
    internal override void Check(LockCheck check)
    {
        foreach (var fact in check.Facts.Locks.Operations)
        {
            var what = fact.Operation switch
            {
                IAwaitOperation => "this await: what comes after it may run on another thread, which cannot release the lock",
                IReturnOperation => "this yield: the lock stays taken while the caller has control, and the rest may run on another thread or never",
                _ => null,
            };
            if (what is null)
                continue;
            foreach (var held in fact.Locks)
            {
                // A function inside this one that pauses only goes back to its caller.
                if (!IsThreadBound(held.Kind) || LockSyntax.FunctionAround(held.Acquisition) != LockSyntax.FunctionAround(fact.Operation.Syntax))
                    continue;
                check.Report(
                    Descriptors.FEAR3007_HeldAcrossAwait, PlaceOf(fact.Operation), [held.Acquisition],
                    LockCheck.Name(held.Path, held.Acquisition), LockCheck.LineOf(held.Acquisition), what);
                break;
            }
        }

        foreach (var leak in check.Facts.Leaks)
        {
            if (check.Method is { } method && leak is { OnException: false, OnEveryPath: true, Held.Guard: null } && ReturnsHolding(method, leak.Held)
                && LockSyntax.FunctionAround(leak.Held.Acquisition) is BaseMethodDeclarationSyntax)
            {
                check.Report(
                    Descriptors.FEAR3007_HeldAcrossAwait, leak.Held.Acquisition, [], LockCheck.Name(leak.Held.Path, leak.Held.Acquisition),
                    LockCheck.LineOf(leak.Held.Acquisition), "the return of this task: whoever awaits it may go on on another thread, which cannot release the lock");
            }
        }
    }

    /// <summary>The method gives its caller something to await, with a lock held that belongs to the thread.</summary>
    internal static bool ReturnsHolding(IMethodSymbol method, HeldLock held) =>
        IsThreadBound(held.Kind) && method.ReturnType.Name is "Task" or "ValueTask" && method.ReturnType.ContainingNamespace.IsNamed("System.Threading.Tasks");

    private static bool IsThreadBound(LockKind kind) => kind is LockKind.Monitor or LockKind.Lock or LockKind.SpinLock or LockKind.ReaderWriterLock
        or LockKind.WaitHandle or LockKind.GuardedMutex or LockKind.GuardedRwLock;

    private static SyntaxNode PlaceOf(IOperation operation) => operation.Syntax switch
    {
        AwaitExpressionSyntax or YieldStatementSyntax => operation.Syntax,
        var other => other,
    };
}
