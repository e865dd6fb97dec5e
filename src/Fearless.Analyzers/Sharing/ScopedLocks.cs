using System;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary><c>using (_gate.Hold())</c>: by its name a lock, of a kind that is not known.</summary>
internal static class ScopedLocks
{
    public static bool IsInUnknown(IOperation operation, AccessFact fact)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return false;
                case IUsingOperation { Resources: { } resources } when IsUnknown(resources, fact):
                    return true;
                case IBlockOperation block:
                    foreach (var statement in block.Operations)
                    {
                        if (statement.Syntax.SpanStart >= operation.Syntax.SpanStart)
                            break;
                        if (statement is IUsingDeclarationOperation declaration && IsUnknown(declaration.DeclarationGroup, fact))
                            return true;
                    }

                    break;
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
