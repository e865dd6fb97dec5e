using System;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary><c>using (_gate.Hold())</c>: by its name a lock, of a kind that is not known.</summary>
internal static class ScopedLocks
{
    public static bool IsInUnknown(IOperation operation, AccessFact fact) => IsWithin(operation, resources => IsUnknown(resources, fact));

    /// <summary>The scope comes from a member of the lock itself, whatever its type calls it.</summary>
    public static bool IsInScopeOf(IOperation operation, ISymbol lockClass) => IsWithin(operation, resources => ComesFrom(resources, lockClass));

    private static bool IsWithin(IOperation operation, Func<IOperation, bool> isLock)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
                case IUsingOperation { Resources: { } resources } when isLock(resources):
                    return true;
                case IBlockOperation block:
                    foreach (var statement in block.Operations)
                    {
                        if (statement.Syntax.SpanStart >= operation.Syntax.SpanStart)
                            break;
                        if (statement is IUsingDeclarationOperation declaration && isLock(declaration.DeclarationGroup))
                            return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static bool ComesFrom(IOperation resources, ISymbol lockClass)
    {
        foreach (var part in resources.DescendantsAndSelf())
        {
            if (part is IInvocationOperation { Instance: { } instance } && instance.Unwrap() is IMemberReferenceOperation { Member: var member }
                && SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, lockClass))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsUnknown(IOperation resources, AccessFact fact)
    {
        foreach (var part in resources.DescendantsAndSelf())
        {
            if (part is not IInvocationOperation call || !IsLockName(call.TargetMethod.Name))
                continue;
            foreach (var held in fact.Locks)
            {
                if (resources.Syntax.Span.Contains(held.Acquisition.Span))
                    return false;
            }

            return true;
        }

        return false;
    }

    private static bool IsLockName(string name) =>
        name is "Hold" or "Guard" or "Take" or "Synchronize" or "Read" or "Write"
        || name.IndexOf("Lock", StringComparison.Ordinal) >= 0 || name.StartsWith("Enter", StringComparison.Ordinal) || name.StartsWith("Acquire", StringComparison.Ordinal);
}
