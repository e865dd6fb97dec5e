using System;
using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Whether a value that was read earlier decides over, or goes into, a change that is made later.</summary>
internal static class StaleValue
{
    public static bool DecidesOver(IOperation read, IOperation act, HeldLock region)
    {
        var carriers = Carriers(read);
        return act.UsedBy() switch
        {
            // What is stored was computed from the old value: a change in between is lost.
            ISimpleAssignmentOperation assignment when assignment.Target == act => carriers.Count > 0 && Mentions(assignment.Value, carriers),
            IIncrementOrDecrementOperation or ICompoundAssignmentOperation => IsDecidedBy(act, carriers, region),
            IInvocationOperation call when call.Instance?.Unwrap() == act =>
                IsUnrepeatable(call) && (IsDecidedBy(call, carriers, region) || (call.TargetMethod.Name == "Add" && IsLookUp(read) && LeavesBecauseOf(read, region))),
            _ => false,
        };
    }

    /// <summary>The act can be done only as long as what an earlier look found is true.</summary>
    public static bool IsUnrepeatable(IOperation act) => act.UsedBy() switch
    {
        IInvocationOperation call when call.Instance?.Unwrap() == act => IsUnrepeatable(call),
        IIncrementOrDecrementOperation { Kind: OperationKind.Decrement } => true,
        _ => false,
    };

    /// <summary>Doing it twice, or doing it when there is nothing left, is not the same as doing it once.</summary>
    private static bool IsUnrepeatable(IInvocationOperation call) => IsUnrepeatable(call.TargetMethod, call.Parent is IExpressionStatementOperation);

    private static bool IsUnrepeatable(IMethodSymbol method, bool isUnused) => method.ContainingType.Name switch
    {
        "HashSet" or "SortedSet" or "ISet" => method.Name == "Add" && isUnused,
        "Dictionary" or "SortedDictionary" or "SortedList" or "IDictionary" => method.Name == "Add",
        "List" or "LinkedList" or "IList" => method.Name is "Add" or "AddLast" or "AddFirst" or "Insert" or "RemoveAt" or "RemoveFirst" or "RemoveLast",
        "Queue" or "PriorityQueue" => method.Name is "Dequeue",
        "Stack" => method.Name is "Pop",
        _ => false,
    };

    /// <summary>The locals that hold what was read.</summary>
    private static HashSet<ISymbol> Carriers(IOperation read)
    {
        var carriers = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var around = read.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            switch (around)
            {
                case IVariableDeclaratorOperation declarator:
                    carriers.Add(declarator.Symbol);
                    break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local }:
                    carriers.Add(local.Local);
                    break;
                case IInvocationOperation call:
                    foreach (var argument in call.Arguments)
                    {
                        if (argument.Parameter?.RefKind == RefKind.Out && LocalOf(argument.Value) is { } handed)
                            carriers.Add(handed);
                    }

                    break;
            }
        }

        return carriers;
    }

    /// <summary>The region of the change is only entered, or not left before it, because of the value.</summary>
    private static bool IsDecidedBy(IOperation act, HashSet<ISymbol> carriers, HeldLock region)
    {
        for (var around = act.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IConditionalOperation choice when Mentions(choice.Condition, carriers):
                    return true;
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
                case IBlockOperation block:
                    foreach (var statement in block.Operations)
                    {
                        if (statement.Syntax.SpanStart >= region.Acquisition.SpanStart)
                            break;
                        if (statement is IConditionalOperation { WhenTrue: var exit } guard && Mentions(guard.Condition, carriers) && Leaves(exit))
                            return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool IsLookUp(IOperation read) =>
        read.UsedBy() is IInvocationOperation { TargetMethod.Name: "Contains" or "ContainsKey" or "TryGetValue" } call && call.Instance?.Unwrap() == read;

    /// <summary>The region is only entered because of a condition of this kind that is asked before it.</summary>
    public static bool IsDecidedBy(IOperation act, HeldLock region, Func<IOperation, bool> isQuestion)
    {
        for (var around = act.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); around = around.Parent)
        {
            if (around is IConditionalOperation choice && choice.Syntax.SpanStart < region.Acquisition.SpanStart && isQuestion(choice.Condition))
                return true;
            if (around is not IBlockOperation block)
                continue;
            foreach (var statement in block.Operations)
            {
                if (statement.Syntax.SpanStart >= region.Acquisition.SpanStart)
                    break;
                if (statement is IConditionalOperation { WhenTrue: var exit } guard && LeavesFunction(exit) && isQuestion(guard.Condition))
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>if (map.TryGetValue(key, out var known)) return known;</c> under the earlier acquisition: what comes later is done because it was not there.</summary>
    private static bool LeavesBecauseOf(IOperation read, HeldLock region)
    {
        for (IOperation? child = read, around = read.Parent; around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); child = around, around = around.Parent)
        {
            if (around is IConditionalOperation choice)
                return choice.Condition == child && choice.WhenFalse is null && choice.Syntax.SpanStart < region.Acquisition.SpanStart && LeavesFunction(choice.WhenTrue);
        }

        return false;
    }

    private static bool LeavesFunction(IOperation branch)
    {
        var last = branch is IBlockOperation { Operations: { IsEmpty: false } operations } ? operations[operations.Length - 1] : branch;
        return last is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };
    }

    private static bool Leaves(IOperation branch)
    {
        var last = branch is IBlockOperation { Operations: { IsEmpty: false } operations } ? operations[operations.Length - 1] : branch;
        return last is IReturnOperation or IBranchOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation };
    }

    private static bool Mentions(IOperation value, HashSet<ISymbol> carriers)
    {
        foreach (var part in value.DescendantsAndSelf())
        {
            if (part is ILocalReferenceOperation local && carriers.Contains(local.Local))
                return true;
        }

        return false;
    }

    private static ISymbol? LocalOf(IOperation target) => target.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local } => local.Local,
        _ => null,
    };
}
