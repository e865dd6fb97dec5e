using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>Objects that nobody else has: made here, or taken out of a pool or queue, and not given away yet. Their locks make nobody wait.</summary>
internal static class OwnObjects
{
    /// <param name="path">A name that leads to a lock.</param>
    /// <param name="at">Where it is taken.</param>
    /// <param name="running">The work that may run then.</param>
    /// <param name="body">The code around.</param>
    public static bool Has(AccessPath path, SyntaxNode at, ulong running, ProgramBody body)
    {
        if (path.Variable is not ILocalSymbol local || LockClass.IsMereLock(local.Type))
            return false;
        foreach (var value in body.Variables.ValuesOf(local))
        {
            // Null: an argument; what is taken out of a collection that way is looked for below.
            if (value is not null && !FreshObjects.IsMade(value) && !IsTaken(value))
                return false;
        }

        var isMade = false;
        foreach (var operation in body.Root.Descendants())
        {
            if (operation is not ILocalReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Local, local))
                continue;
            if (IsMade(reference, out var escapes))
                isMade = true;
            else if (escapes && reference.Syntax.SpanStart < at.SpanStart && !(running == 0 && IsForWork(reference)))
                return false;
        }

        return isMade || body.Variables.OnlyValueOf(local) is not null;
    }

    /// <summary>The reference is how the local gets its value; otherwise, whether it gives the object away.</summary>
    private static bool IsMade(ILocalReferenceOperation reference, out bool escapes)
    {
        escapes = false;
        switch (reference.UsedBy())
        {
            case IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation call }:
                return IsTaking(call.TargetMethod.Name);
            case IDeclarationExpressionOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }:
                return IsTaking(call.TargetMethod.Name);
            case ISimpleAssignmentOperation assignment:
                escapes = assignment.Value.Unwrap() == reference && assignment.Target is not ILocalReferenceOperation;
                return assignment.Target == reference;
            case IMemberReferenceOperation member:
                escapes = member is IMethodReferenceOperation;
                return false;
            case IInvocationOperation or IConditionalAccessOperation or ILockOperation or IBinaryOperation or IIsPatternOperation or IVariableInitializerOperation:
                escapes = reference.EnclosingFunction() is not null;
                return false;
            default:
                escapes = true;
                return false;
        }
    }

    private static bool IsForWork(ILocalReferenceOperation reference) =>
        reference.UsedBy() is IMethodReferenceOperation || reference.EnclosingFunction() is not null;

    private static bool IsTaken(IOperation value) => value.Unwrap() is IInvocationOperation call && IsTaking(call.TargetMethod.Name) && call.Type?.SpecialType == SpecialType.None;

    private static bool IsTaking(string method) => method is "TryTake" or "TryDequeue" or "TryPop" or "Take" or "Rent" or "Dequeue" or "Pop";
}
