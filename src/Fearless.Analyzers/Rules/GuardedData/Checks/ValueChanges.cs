using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Where a value that was taken out of a dictionary is changed without a lock.</summary>
internal static class ValueChanges
{
    public static IEnumerable<IOperation> Of(StorageAccess access)
    {
        switch (access.Reference.UsedBy())
        {
            case IInvocationOperation { TargetMethod.Name: "GetOrAdd" } call when call.Instance?.Unwrap() == access.Reference:
                return OfValue(call, access);
            case IInvocationOperation { TargetMethod.Name: "TryGetValue" } call when call.Instance?.Unwrap() == access.Reference && OutLocal(call) is { } local:
                return OfLocal(local, access, call.Syntax.Span.End);
            case IInvocationOperation { TargetMethod.Name: "AddOrUpdate" } call when call.Instance?.Unwrap() == access.Reference:
                return OfUpdater(call);
            case IPropertyReferenceOperation { Property.IsIndexer: true } element when element.Instance?.Unwrap() == access.Reference:
                return OfValue(element, access);
            case IForEachLoopOperation loop:
                return OfPairs(loop, access);
            default:
                return [];
        }
    }

    private static IEnumerable<IOperation> OfValue(IOperation value, StorageAccess access)
    {
        if (ChangedValues.IsChange(value))
            return IsLocked(access, value.Syntax) ? [] : [value.UsedBy()!];
        return value.UsedBy() switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => OfLocal(declarator.Symbol, access, value.Syntax.Span.End),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value.Unwrap() == value => OfLocal(target.Local, access, value.Syntax.Span.End),
            _ => [],
        };
    }

    private static IEnumerable<IOperation> OfLocal(ILocalSymbol local, StorageAccess access, int from)
    {
        foreach (var operation in access.Body.Root.Descendants())
        {
            if (operation is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local) && use.Syntax.SpanStart > from
                && ChangedValues.IsChange(use) && !IsLocked(access, use.Syntax) && !IsStillFresh(use, access.Body.Root))
            {
                yield return use.UsedBy()!;
            }
        }
    }

    /// <summary>The updater runs without a lock, and may run more than once.</summary>
    private static IEnumerable<IOperation> OfUpdater(IInvocationOperation call)
    {
        foreach (var operation in call.Descendants())
        {
            if (operation is IParameterReferenceOperation { Parameter: { Ordinal: 1, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } } old && ChangedValues.IsChange(old))
                yield return old.UsedBy()!;
        }
    }

    private static IEnumerable<IOperation> OfPairs(IForEachLoopOperation loop, StorageAccess access)
    {
        foreach (var operation in loop.Body.Descendants())
        {
            if (operation is IPropertyReferenceOperation { Property.Name: "Value", Instance: ILocalReferenceOperation pair } value && loop.Locals.Contains(pair.Local)
                && ChangedValues.IsChange(value) && !IsLocked(access, value.Syntax))
            {
                yield return value.UsedBy()!;
            }
        }
    }

    /// <summary>Made in this block, and not stored yet.</summary>
    private static bool IsStillFresh(IOperation use, IOperation root)
    {
        IOperation? made = null;
        foreach (var operation in root.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment && SymbolEqualityComparer.Default.Equals(target.Local, ((ILocalReferenceOperation)use).Local)
                && assignment.Syntax.SpanStart < use.Syntax.SpanStart && FreshObjects.IsMade(assignment.Value))
            {
                made = assignment;
            }
        }

        var block = made?.Parent;
        while (block is not (null or IBlockOperation))
            block = block.Parent;
        if (block is null || !block.Syntax.Span.Contains(use.Syntax.Span))
            return false;
        foreach (var operation in block.Descendants())
        {
            if (operation is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, ((ILocalReferenceOperation)use).Local)
                && other.Syntax.SpanStart > made!.Syntax.Span.End && other.Syntax.SpanStart < use.Syntax.SpanStart
                && other.UsedBy() is IArgumentOperation or ISimpleAssignmentOperation)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLocked(StorageAccess access, SyntaxNode use)
    {
        foreach (var fact in access.Body.Facts?.Accesses ?? [])
        {
            if (use.Span.Contains(fact.Syntax.Span) && !fact.Locks.IsEmpty)
                return true;
        }

        return false;
    }

    private static ILocalSymbol? OutLocal(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
            if (argument.Parameter?.RefKind == RefKind.Out && value is ILocalReferenceOperation local)
                return local.Local;
        }

        return null;
    }
}
