using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Waiting for a condition, or announcing it, in a way that misses wake-ups, wakes too few, or keeps another lock.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConditionMisuse() : LockFactsRule(Descriptors.FEAR3012_ConditionMisuse)
{
    internal override void Check(LockCheck check)
    {
        foreach (var fact in check.Facts.Locks.Conditions)
        {
            var isWait = fact.Effect.Action == LockAction.Wait;
            if (WithoutItsLock(check, fact) || !isWait)
            {
                if (!isWait)
                    CheckPulse(check, fact);
                continue;
            }

            CheckOtherLock(check, fact);
            if (ConditionRegion.Around(fact) is { } region && !ConditionRegion.IsTestedAgain(fact.Syntax, region))
                Report(check, fact, [], $"'{fact.Path}' is waited on outside a loop that tests the condition again", "the condition may have changed before, or may not hold when the wait ends: wait in a 'while' under the lock");
        }

        foreach (var operation in check.Block.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Wait", Parameters.Length: > 0 } method } call && method.ContainingType.Is("Condvar", "Fearless")
                && ConditionRegion.OfGuard(call.Syntax) is { } region && !ConditionRegion.IsTestedAgain(call.Syntax, region))
            {
                check.Report(Descriptors.FEAR3012_ConditionMisuse, call.Syntax, [], $"'{LockSyntax.TargetText(call.Syntax)}' is waited on outside a loop that tests the condition again",
                    "the condition may not hold when the wait ends: wait in a 'while', or use 'WaitWhile'");
            }
        }
    }

    /// <summary>Whoever waits or pulses must hold the very lock that the condition belongs to.</summary>
    private static bool WithoutItsLock(LockCheck check, ConditionFact fact)
    {
        if (!check.IsStable(fact.Path))
            return false;
        HeldLock? other = null;
        foreach (var held in fact.Locks)
        {
            if (held.Path.Equals(fact.Path))
                return false;
            if (held.Kind is LockKind.Monitor or LockKind.Lock)
                other = held;
        }

        if (other is null)
            return false;
        Report(check, fact, [other.Acquisition], $"'{fact.Path}' is not the lock that is held here, which is '{other.Path}' (line {LockCheck.LineOf(other.Acquisition)})",
            "this throws: use the lock that is held");
        return true;
    }

    private static void CheckOtherLock(LockCheck check, ConditionFact fact)
    {
        foreach (var held in fact.Locks)
        {
            if (!held.Path.Equals(fact.Path) && held.Kind is not (LockKind.Semaphore or LockKind.AsyncLock))
            {
                Report(check, fact, [held.Acquisition], $"waiting on '{fact.Path}' releases only that lock; '{LockCheck.Name(held.Path, held.Acquisition)}' (line {LockCheck.LineOf(held.Acquisition)}) stays held",
                    "whoever is to announce the condition may need it: release it before the wait");
                return;
            }
        }
    }

    private static void CheckPulse(LockCheck check, ConditionFact fact)
    {
        if (ConditionRegion.Around(fact) is not LockStatementSyntax region)
            return;
        if (ConditionRegion.ChangeAfter(region) is { } change)
        {
            Report(check, fact, [change], $"'{fact.Path}' is pulsed before the state changes (line {LockCheck.LineOf(change)})",
                "a waiter that is woken now finds nothing and sleeps on: change the state first, under the same lock");
        }
        else if (fact.Call.TargetMethod.Name == "Pulse" && fact.Path.LastMember is { } member && Waiters.MissedBy(region, member) is { } missed)
        {
            Report(check, fact, [missed.Test], $"'Pulse' wakes one waiter, but '{missed.State}' concerns all of them: each tests it and none changes it (line {LockCheck.LineOf(missed.Test)})",
                "use 'PulseAll'");
        }
    }

    private static void Report(LockCheck check, ConditionFact fact, SyntaxNode[] others, string what, string todo) =>
        check.Report(Descriptors.FEAR3012_ConditionMisuse, fact.Syntax, others, what, todo);
}
