using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Two calls of a concurrent dictionary of which the second relies on the first.</summary>
internal static class DictionaryChecks
{
    public static CheckFinding? Of(ConcurrentCall check, ConcurrentCall act, IReadOnlyList<ConcurrentCall> all, Identities identities)
    {
        if (check.Name is not ("ContainsKey" or "TryGetValue") || !check.IsSameKey(act))
            return null;
        if (act.Name == "get")
        {
            return check.Name == "ContainsKey" && RunsWhen(check, true, act) && CanLose(all)
                ? new CheckFinding(check, act, "the key may be removed in between", "use TryGetValue", "TryGetValue")
                : null;
        }

        if (act.Name is "TryRemove" or "Remove")
        {
            return check.Name == "TryGetValue" && act.IsUnused && OutLocal(check) is { } taken && CallTests.BranchWhen(check.Operation, true) is IBlockOperation present
                && act.Operation.Parent?.Parent == present && IsUsedAfter(taken, check, present) && !IsStoredBack(check, act, all)
                ? new CheckFinding(check, act, "two threads may both get the value and go on with it", "use TryRemove alone and its result", "TryRemove")
                : null;
        }

        if (act.Name is not ("set" or "TryAdd") || (act.Name == "TryAdd" && !act.IsUnused))
            return null;
        if (act.Name == "set" && OutLocal(check) is { } old && RunsWhen(check, true, act) && IsComputedFrom(StoredValue(act), old))
            return new CheckFinding(check, act, "a value that another thread stores in between is lost", "use AddOrUpdate", null);
        if (AbsentBranch(check, act) is { } branch && MattersWhichWins(check, act, branch, identities))
            return new CheckFinding(check, act, "two threads may both find the key absent, and go on with different values", "use GetOrAdd, or TryAdd and its result", "GetOrAdd");
        return null;
    }

    /// <summary><c>d[k]++</c>, <c>d[k] = d[k] + 1</c>.</summary>
    public static bool IsUpdate(ConcurrentCall call, IReadOnlyList<ConcurrentCall> all)
    {
        if (call.Name == "update")
            return call.Operation is not ICoalesceAssignmentOperation;
        if (call.Name != "set" || StoredValue(call) is not { } value)
            return false;
        foreach (var other in all)
        {
            if (other.Name == "get" && other.Access.Body == call.Access.Body && other.IsSameKey(call) && value.Syntax.Span.Contains(other.Operation.Syntax.Span))
                return true;
        }

        return false;
    }

    private static bool RunsWhen(ConcurrentCall check, bool outcome, ConcurrentCall act) =>
        CallTests.BranchWhen(check.Operation, outcome) is { } branch && branch.Syntax.Span.Contains(act.Operation.Syntax.Span)
        && act.Operation.Syntax.SpanStart > check.Operation.Syntax.Span.End;

    /// <summary>What runs, with the act in it, because the key was found absent: by the call's answer, or by a local that holds it or what was found.</summary>
    private static IOperation? AbsentBranch(ConcurrentCall check, ConcurrentCall act)
    {
        if (RunsWhen(check, false, act))
            return CallTests.BranchWhen(check.Operation, false);
        if (RunsWhen(check, true, act))
            return null;
        var body = check.Access.Body;
        var trail = ValueTrail.OfAnswer(check.Operation, body.Sources);
        foreach (var decision in Decision.On(trail, body.Root))
        {
            if (!decision.Condition.Syntax.Span.Contains(check.Operation.Syntax.Span) && decision.RegionOf(act.Operation) is { } region)
                return region.Code;
        }

        return null;
    }

    private static bool CanLose(IReadOnlyList<ConcurrentCall> all)
    {
        foreach (var call in all)
        {
            if (call.Name is "TryRemove" or "Clear")
                return true;
        }

        return false;
    }

    private static IOperation? StoredValue(ConcurrentCall act) => act.Operation switch
    {
        ISimpleAssignmentOperation assignment => assignment.Value,
        IInvocationOperation { Arguments.Length: >= 2 } call => call.Arguments[1].Value,
        _ => null,
    };

    private static ILocalSymbol? OutLocal(ConcurrentCall check)
    {
        if (check.Operation is not IInvocationOperation call)
            return null;
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
            if (argument.Parameter?.RefKind == RefKind.Out && value is ILocalReferenceOperation local)
                return local.Local;
        }

        return null;
    }

    private static bool IsComputedFrom(IOperation? value, ILocalSymbol local)
    {
        if (value?.Unwrap() is not (IBinaryOperation or IInvocationOperation or IConditionalOperation))
            return false;
        foreach (var part in value.Descendants())
        {
            if (part is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local))
                return true;
        }

        return false;
    }

    /// <summary>Something is done with it: it is completed, closed, handed on.</summary>
    private static bool IsUsedAfter(ILocalSymbol local, ConcurrentCall check, IOperation branch)
    {
        foreach (var operation in branch.Descendants())
        {
            if (operation is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local) && use.Syntax.SpanStart > check.Operation.Syntax.Span.End
                && use.UsedBy() is IInvocationOperation { TargetMethod.ReturnsVoid: true } or IInvocationOperation { Parent: IExpressionStatementOperation or IAwaitOperation })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStoredBack(ConcurrentCall check, ConcurrentCall act, IReadOnlyList<ConcurrentCall> all)
    {
        foreach (var other in all)
        {
            if (other.Name is "set" or "TryAdd" && check.IsBefore(other) && other.Operation.Syntax.SpanStart < act.Operation.Syntax.SpanStart)
                return true;
        }

        return false;
    }

    /// <summary>Whoever finds the key present is told so: by an exception, or by another result.</summary>
    private static bool TellsWhoWasFirst(ConcurrentCall check) => CallTests.BranchWhen(check.Operation, true) is { } present && LastOf(present) switch
    {
        IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: bool } } => true,
        _ => false,
    };

    private static IOperation? LastOf(IOperation branch) =>
        branch is IBlockOperation { Operations: { Length: > 0 } operations } ? operations[operations.Length - 1] : branch;

    /// <summary>A cache may store the same thing twice. It matters if the value lives on: it is changed, announced, or must be disposed.</summary>
    private static bool MattersWhichWins(ConcurrentCall check, ConcurrentCall act, IOperation branch, Identities identities)
    {
        if (check.Name == "ContainsKey" && TellsWhoWasFirst(check))
            return true;
        var value = StoredValue(act)?.Unwrap();
        if (value?.Type is { } type && MustBeDisposed(type))
            return true;
        if (value is IObjectCreationOperation made)
            return identities.Matters(made.Type) && !ValueIsComplete(made);
        if ((value as ILocalReferenceOperation)?.Local is not { } local)
            return false;
        var lives = IsMadeByNew(local, act) && identities.Matters(local.Type) && !ChangedValues.IsPlainCollection(local.Type);
        foreach (var operation in act.Access.Body.Root.Descendants())
        {
            if (operation is not ILocalReferenceOperation use || !SymbolEqualityComparer.Default.Equals(use.Local, local)
                || use.Syntax.SpanStart < act.Operation.Syntax.Span.End)
            {
                continue;
            }

            // Handed on in the branch: to an event, another object. Used after it: only a change counts, or that it goes to a caller who will change it.
            var isInBranch = branch is not IBlockOperation { Parent: null } && branch.Syntax.Span.Contains(use.Syntax.Span);
            if ((lives && use.UsedBy() is IReturnOperation or ILockOperation or IInvocationOperation or IArgumentOperation or IConditionalAccessOperation)
                || (HasIdentity(local.Type) && use.UsedBy() is IReturnOperation or ILockOperation)
                || (isInBranch && use.UsedBy() is IArgumentOperation { Parent: IInvocationOperation { Parent: IExpressionStatementOperation or IConditionalAccessOperation } })
                || ChangedValues.IsChange(use))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a call computes is complete, and kept so that it need not be computed again.</summary>
    private static bool IsMadeByNew(ILocalSymbol local, ConcurrentCall act)
    {
        foreach (var source in act.Access.Body.Sources.Of(local))
        {
            if (source.Step == ValueStep.Whole && source.Operation.Unwrap() is IObjectCreationOperation)
                return true;
        }

        return false;
    }

    /// <summary>A collection that is made with its contents, which nobody adds to.</summary>
    private static bool ValueIsComplete(IObjectCreationOperation made) => ChangedValues.IsPlainCollection(made.Type) && (!made.Arguments.IsEmpty || made.Initializer is not null);

    /// <summary>It matters which one it is: a lock, or a collection that others add to.</summary>
    private static bool HasIdentity(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || type.Is("Lock", "System.Threading")
        || ChangedValues.IsPlainCollection(type) || ConcurrencyEvidence.IsConcurrentCollection(type);

    private static bool MustBeDisposed(ITypeSymbol type)
    {
        if (type.Name is "Task" or "CancellationTokenSource" || type.ContainingNamespace.IsNamed("System.Threading.Tasks"))
            return false;
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_IDisposable)
                return true;
        }

        return false;
    }
}
