using System;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Stores with which an object is made ready for what its members do next: hand it to others, or start its work. They are no more shared than those
/// of a constructor.
/// </summary>
internal static class SetUps
{
    public static bool IsPartOf(StorageAccess access, TypeFacts facts)
    {
        if (!access.IsWrite || access.Kind != AccessKind.Write || access.Context != ThreadContext.Main || access.Path is not { Root: PathRoot.This, Steps.Length: 1 }
            || access.Reference.UsedBy() is not ISimpleAssignmentOperation { Parent: IExpressionStatementOperation statement })
        {
            return false;
        }

        if (access.Body.Owner is IMethodSymbol owner && IsNamedSo(owner))
            return true;
        if (statement.Parent is not IBlockOperation { Parent: null or IMethodBodyOperation })
            return false;
        return facts.Structure.SetUp.Covers(access.Body, access.Syntax, SetUpEvidence.Store) || ComesBeforeHandOver(access);
    }

    /// <summary>Only whoever has just made the object calls the code, before anybody else has it.</summary>
    public static bool IsByMaker(StorageAccess access, TypeFacts facts) => access.Context == ThreadContext.Main && access.Path.Root == PathRoot.This
        && facts.Structure.SetUp.Covers(access.Body, access.Syntax, SetUpEvidence.Maker);

    /// <summary>By its name it makes the object ready.</summary>
    public static bool IsNamedSo(IMethodSymbol method) =>
        method.Name.StartsWith("Init", StringComparison.Ordinal) || method.Name.StartsWith("Configure", StringComparison.Ordinal) || method.Name.StartsWith("With", StringComparison.Ordinal);

    /// <summary>One of several: what is stored is for whoever gets the object next.</summary>
    private static bool ComesBeforeHandOver(StorageAccess access)
    {
        if (access.Body.Facts is not { Acquisitions.Count: 0 })
            return false;
        foreach (var operation in access.Body.Root.Descendants())
        {
            if (operation.Syntax.SpanStart > access.Syntax.Span.End && HandOver.IsOne(operation))
                return true;
        }

        return false;
    }
}
