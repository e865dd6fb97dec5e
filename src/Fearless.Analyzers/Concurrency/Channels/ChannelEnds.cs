using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The two ends of a channel that a member makes for itself, and what becomes of them.</summary>
internal static class ChannelEnds
{
    /// <summary>Null: they are not both in locals.</summary>
    public static (ILocalSymbol Sender, ILocalSymbol Receiver)? Of(IInvocationOperation made)
    {
        if (made.UsedBy() is not IDeconstructionAssignmentOperation { Target: var target })
            return null;
        var tuple = target switch
        {
            IDeclarationExpressionOperation { Expression: ITupleOperation declared } => declared,
            ITupleOperation plain => plain,
            _ => null,
        };
        return tuple?.Elements is { Length: 2 } elements && LocalOf(elements[0]) is { } sender && LocalOf(elements[1]) is { } receiver ? (sender, receiver) : null;
    }

    /// <summary>The loop that takes messages until no sender is left.</summary>
    public static IOperation? ReadToTheEnd(IOperation block, ILocalSymbol receiver)
    {
        foreach (var operation in block.Descendants())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, receiver))
                continue;
            switch (reference.UsedBy())
            {
                case IForEachLoopOperation loop:
                    return EndsOnlyWithTheChannel(loop) ? loop.Collection : null;
                case IInvocationOperation { TargetMethod.Name: "RecvAllAsync" } all when all.UsedBy() is IForEachLoopOperation loop:
                    return EndsOnlyWithTheChannel(loop) ? loop.Collection : null;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "ToList" or "ToArray" or "Count" or "Sum" or "Last", ContainingType.Name: "Enumerable" } } query }:
                    return query;
            }
        }

        return null;
    }

    /// <summary>Every use of the sender leaves it open, and it goes nowhere where somebody else could close it.</summary>
    public static bool IsKeptOpen(IOperation block, ILocalSymbol sender)
    {
        foreach (var operation in block.Descendants())
        {
            if (operation is not ILocalReferenceOperation { IsDeclaration: false } reference || !SymbolEqualityComparer.Default.Equals(reference.Local, sender) || IsTarget(reference))
                continue;
            if (!(reference.UsedBy() is IInvocationOperation { TargetMethod.Name: "Send" or "TrySend" or "SendAsync" or "Clone" } call && call.Instance?.Unwrap() == reference))
                return false;
        }

        return true;
    }

    /// <summary>For messages; null: no simple name.</summary>
    public static string? Name(IOperation writer) => writer switch
    {
        IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation => writer.Syntax.ToString(),
        IPropertyReferenceOperation { Property.Name: "Writer", Instance: { } channel } when Name(channel.Unwrap()) is not null => writer.Syntax.ToString(),
        _ => null,
    };

    private static bool EndsOnlyWithTheChannel(IForEachLoopOperation loop)
    {
        foreach (var operation in loop.Body.Descendants())
        {
            if (operation is IBranchOperation { BranchKind: BranchKind.Break } leave && SymbolEqualityComparer.Default.Equals(leave.Target, loop.ExitLabel) || operation is IReturnOperation)
                return false;
        }

        return true;
    }

    private static bool IsTarget(IOperation reference)
    {
        for (var parent = reference.Parent; parent is ITupleOperation or IDeclarationExpressionOperation or IDeconstructionAssignmentOperation; parent = parent.Parent)
        {
            if (parent is IDeconstructionAssignmentOperation)
                return true;
        }

        return false;
    }

    private static ILocalSymbol? LocalOf(IOperation element) => element switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };
}
