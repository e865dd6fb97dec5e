using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A lock that its holder cannot take again is taken again by its holder, here or in a method that is called from here.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SelfDeadlock() : LockFactsRule(Descriptors.FEAR3009_SelfDeadlock)
{
    internal override void Check(LockCheck check)
    {
        foreach (var acquisition in check.Facts.Acquisitions)
        {
            if (acquisition is { IsPending: false, Call: { IsImplicit: false }, Effect: { Outcome: LockOutcome.Certain, Action: LockAction.Acquire } effect }
                && check.IsStable(acquisition.Path)
                && Blocking(acquisition.Before.Locks.Must(), acquisition.Path, effect.Kind, effect.Mode) is { } held && held.Acquisition != acquisition.Syntax)
            {
                Report(check, acquisition.Syntax, held, acquisition.Path, effect.Mode, effect.Kind, null);
            }
        }

        foreach (var fact in check.Facts.Locks.Operations)
        {
            if (fact.Operation is IInvocationOperation or IPropertyReferenceOperation && MayMatter(fact.Locks))
                CheckCall(check, fact);
        }
    }

    private static void CheckCall(LockCheck check, LockedOperationFact fact)
    {
        var freed = new HashSet<AccessPath>();
        foreach (var reached in CallWalk.From(fact.Operation, fact.Paths, check.Scope.Summaries, Enter, check.Cancellation))
        {
            foreach (var step in reached.Summary.Acquired)
            {
                if (step.Effect.Outcome != LockOutcome.Certain || !IsTakenAtOnce(step) || reached.Translate(step.Path) is not { } path || !check.IsStable(path))
                    continue;
                if (Blocking(fact.Locks, path, step.Effect.Kind, step.Effect.Mode) is { } held && held.Acquisition != fact.Operation.Syntax && !reached.LetsGoOf(held.Path)
                    && !freed.Contains(held.Path))
                {
                    Report(check, fact.Operation.Syntax, held, path, step.Effect.Mode, step.Effect.Kind, step.Syntax);
                    return;
                }
            }
        }

        bool Enter(ReachedMethod reached)
        {
            foreach (var held in fact.Locks)
            {
                if (reached.LetsGoOf(held.Path))
                    freed.Add(held.Path);
            }

            return true;
        }
    }

    /// <summary>A task that nobody awaits takes the lock later.</summary>
    private static bool IsTakenAtOnce(LockStep step)
    {
        if (step.Effect.Target?.Parent is not IInvocationOperation call || !LockTasks.IsAwaitable(call))
            return true;
        var user = call.UsedBy();
        while (user is IInvocationOperation wrapper && LockTasks.Inner(wrapper) is not null)
            user = wrapper.UsedBy();
        return user is IAwaitOperation;
    }

    private static bool MayMatter(System.Collections.Immutable.ImmutableArray<HeldLock> locks)
    {
        foreach (var held in locks)
        {
            if (held.Kind is not (LockKind.Monitor or LockKind.Lock or LockKind.WaitHandle))
                return true;
        }

        return false;
    }

    private static HeldLock? Blocking(System.Collections.Immutable.ImmutableArray<HeldLock> locks, AccessPath path, LockKind kind, LockMode mode)
    {
        foreach (var held in locks)
        {
            if (held.Path.Equals(path) && held.Kind == kind && IsExcluded(kind, held.Mode, mode, path))
                return held;
        }

        return null;
    }

    private static bool IsExcluded(LockKind kind, LockMode held, LockMode wanted, AccessPath path)
    {
        var storage = path.LastMember ?? path.Variable;
        return kind switch
        {
            LockKind.GuardedMutex or LockKind.SpinLock => true,
            LockKind.GuardedRwLock or LockKind.AsyncLock => held == LockMode.Exclusive || wanted == LockMode.Exclusive,
            LockKind.Semaphore => LockCreation.InitialCount(storage) == 1,
            LockKind.ReaderWriterLock => !(held == LockMode.Upgradeable && wanted != LockMode.Upgradeable) && LockCreation.Mentions(storage, "SupportsRecursion") == false
                && storage is not null && TypeOf(storage) is { Name: "ReaderWriterLockSlim" },
            _ => false,
        };
    }

    private static ITypeSymbol? TypeOf(ISymbol storage) => storage switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static void Report(LockCheck check, SyntaxNode at, HeldLock held, AccessPath path, LockMode mode, LockKind kind, SyntaxNode? inner)
    {
        var name = LockCheck.Name(path, at);
        var how = mode == LockMode.Shared ? " for reading" : held.Mode != LockMode.Exclusive ? " for writing" : "";
        var where = inner is null ? "taken again" + how + " here" : $"taken again{how} by this call (line {LockCheck.LineOf(inner)})";
        var end = kind == LockKind.ReaderWriterLock ? "which throws" : "which waits for ever";
        check.Report(
            Descriptors.FEAR3009_SelfDeadlock, at, [held.Acquisition, inner],
            name, where, LockCheck.LineOf(held.Acquisition), end);
    }
}
