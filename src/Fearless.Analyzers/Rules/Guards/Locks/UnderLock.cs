using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Waiting for others, or running their code, while a lock is held: they may need the lock to get on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnderLock() : LockFactsRule(Descriptors.FEAR3010_BlockingUnderLock, Descriptors.FEAR3011_CallOutUnderLock)
{
    // Further away, too much lies between to be sure that it happens.
    private const int MaxDepth = 3;

    internal override void Check(LockCheck check)
    {
        // One place deeper down, that several calls under one and the same lock lead to, is one cause: it is said at the first of them.
        var said = new HashSet<(SyntaxNode Lock, SyntaxNode Cause)>();
        foreach (var fact in check.Facts.Locks.Operations.OrderBy(static fact => fact.Operation.Syntax.SpanStart))
        {
            if (LockOf(fact) is not { } held)
                continue;
            if (BlockingCalls.Describe(fact.Operation) is { } waits && !IsComplete(check.Block.Syntax, fact.Operation))
            {
                if (!check.Scope.Partners.EndByThemselves(fact.Receiver, check.Cancellation))
                    Report(check, Descriptors.FEAR3010_BlockingUnderLock, fact.Operation, held, waits, null);
            }
            else if (CallOuts.Describe(fact.Operation, fact.Receiver) is { } runs)
            {
                if (!check.Scope.Partners.KeepToThemselves(fact.Operation, fact.Receiver, check.Cancellation))
                    Report(check, Descriptors.FEAR3011_CallOutUnderLock, fact.Operation, held, runs, null);
            }
            else if (fact.Operation is IInvocationOperation { IsImplicit: false } call && LockCatalog.EffectOf(call) is null)
                CheckCall(check, fact, held, said);
        }
    }

    private static void CheckCall(LockCheck check, LockedOperationFact fact, HeldLock held, HashSet<(SyntaxNode Lock, SyntaxNode Cause)> said)
    {
        foreach (var reached in CallWalk.From(fact.Operation, fact.Paths, check.Scope.Summaries, method => !method.LetsGoOf(held.Path), check.Cancellation))
        {
            if (reached.LetsGoOf(held.Path) || reached.Depth > MaxDepth)
                continue;
            foreach (var call in reached.Summary.Calls)
            {
                if (reached.HoldsOwnLockAt(call))
                    continue;
                var receiver = call is IInvocationOperation { Instance: var instance } ? SourceOf(instance, reached.Summary) : (call as IPropertyReferenceOperation)?.Instance;
                if (BlockingCalls.Describe(call) is { } waits && !IsOfAnotherTime(call) && !IsComplete(reached.Summary.Body.Syntax, call))
                {
                    if (check.Scope.Partners.EndByThemselves(receiver, check.Cancellation))
                        continue;
                    if (said.Add((held.Acquisition, call.Syntax)))
                        Report(check, Descriptors.FEAR3010_BlockingUnderLock, fact.Operation, held, waits, call);
                    return;
                }

                if (reached.Depth <= 1 && call is IInvocationOperation invoked && CallOuts.Describe(call, receiver) is { } runs
                    && (reached.Depth == 0 || runs != CallOuts.StoredCallback) && !(runs == CallOuts.Observer && CallOuts.IsOperator(fact.Operation)))
                {
                    if (check.Scope.Partners.KeepToThemselves(call, receiver, check.Cancellation)
                        || (reached.Depth == 0 && check.Scope.Partners.KeepToThemselves(invoked, fact.Receiver, check.Cancellation)))
                    {
                        continue;
                    }

                    if (said.Add((held.Acquisition, call.Syntax)))
                        Report(check, Descriptors.FEAR3011_CallOutUnderLock, fact.Operation, held, runs, call);
                    return;
                }
            }
        }
    }

    /// <summary>The last lock that others wait for by blocking; those that are awaited have rules of their own.</summary>
    private static HeldLock? LockOf(LockedOperationFact fact)
    {
        for (var i = fact.Locks.Length - 1; i >= 0; i--)
        {
            // What the caller holds by contract is the caller's to be told about.
            if (fact.Locks[i] is { Kind: not (LockKind.Semaphore or LockKind.AsyncLock), Acquisition: not AttributeSyntax } held)
                return held;
        }

        return null;
    }

    /// <summary>The body looks whether the task has ended before it asks for its result.</summary>
    private static bool IsComplete(SyntaxNode body, IOperation wait)
    {
        var task = wait switch
        {
            IPropertyReferenceOperation property => property.Instance,
            IInvocationOperation { Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter" } awaiter } => awaiter.Instance,
            IInvocationOperation call => call.Instance,
            _ => null,
        };
        if (task is null)
            return false;
        var text = task.Syntax.ToString();
        if (task.Unwrap() is IParameterReferenceOperation && LockSyntax.FunctionAround(wait.Syntax) is AnonymousFunctionExpressionSyntax { Parent.Parent.Parent: InvocationExpressionSyntax around }
            && around.Expression.ToString().EndsWith("ContinueWith", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var node in body.DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "Status", Expression: var asked }
                && asked.ToString() == text)
            {
                return true;
            }

            if (node is AwaitExpressionSyntax && node.SpanStart < wait.Syntax.SpanStart && node.ToString().Contains(text))
                return true;
        }

        return false;
    }

    /// <summary>In a callee: the result of something that is complete, as far as can be seen from here.</summary>
    private static bool IsOfAnotherTime(IOperation wait) => wait is IPropertyReferenceOperation { Instance: { } task }
        && task.Unwrap() is IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation;

    private static IOperation? SourceOf(IOperation? instance, MethodSummary summary)
    {
        if (instance is IConditionalAccessInstanceOperation)
        {
            var access = instance.Parent;
            while (access is not (null or IConditionalAccessOperation))
                access = access.Parent;
            instance = (access as IConditionalAccessOperation)?.Operation;
        }

        return instance?.Unwrap() is ILocalReferenceOperation local && summary.Variables.OnlyValueOf(local.Local) is { } only ? only : instance;
    }

    private static void Report(LockCheck check, DiagnosticDescriptor rule, IOperation operation, HeldLock held, string what, IOperation? inner)
    {
        var at = operation.Syntax;
        var name = at is InvocationExpressionSyntax call ? call.Expression.ToString() : at.ToString();
        if (at.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == at)
        {
            name = $"{access.Expression}?{name}";
            at = access;
        }
        else
        {
            name = name.TrimEnd('!');
        }

        var where = inner is null ? what : $"{what} ({Places.Of(inner.Syntax, at)})";
        var wait = inner ?? operation;
        var isPause = rule == Descriptors.FEAR3010_BlockingUnderLock && BlockingCalls.HasLimit(wait);
        var properties = IsByTheLetter(check, rule, operation, wait, held) ? Confidence.LowIn(ImmutableDictionary<string, string?>.Empty) : ImmutableDictionary<string, string?>.Empty;
        object[] arguments = [OneLine(name), where, LockCheck.Name(held.Path, held.Acquisition), LockCheck.LineOf(held.Acquisition)];
        check.Report(
            rule, at, [held.Acquisition, inner?.Syntax], properties,
            rule == Descriptors.FEAR3011_CallOutUnderLock ? arguments : [.. arguments, isPause ? "everybody who wants the lock waits along" : "if what it waits for needs the lock, neither ever goes on"]);
    }

    /// <summary>
    /// A short pause; a lock that is taken in this one place, to let one caller at a time through, and that nobody can come back for; an event of the
    /// program's own.
    /// </summary>
    private static bool IsByTheLetter(LockCheck check, DiagnosticDescriptor rule, IOperation operation, IOperation inner, HeldLock held) => rule == Descriptors.FEAR3010_BlockingUnderLock
        ? BlockingCalls.IsBrief(inner)
        : (inner == operation && check.Scope.LockUses.IsTakenOnce(held.Path) && check.Scope.Partners.AreOwn(operation)) || CallOuts.IsOwnEvent(inner);

    private static string OneLine(string text)
    {
        var end = text.IndexOf('\n');
        return end < 0 ? text : text.Substring(0, end).TrimEnd() + " …";
    }
}
