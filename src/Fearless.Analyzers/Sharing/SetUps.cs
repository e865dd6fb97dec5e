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
        if (!IsPlainStore(access))
            return false;
        return (access.Body.Owner is IMethodSymbol owner && IsNamedSo(owner, facts)) || IsStoreBefore(access, facts) || (IsUnconditional(access) && ComesBeforeHandOver(access));
    }

    /// <summary>The body stores it whatever happens, before it gives the object to anybody.</summary>
    public static bool IsStoreBefore(StorageAccess access, TypeFacts facts) =>
        IsPlainStore(access) && IsUnconditional(access) && facts.Structure.SetUp.Covers(access.Body, access.Syntax, SetUpEvidence.Store);

    /// <summary>Only whoever has just made the object calls the code, before anybody else has it.</summary>
    public static bool IsByMaker(StorageAccess access, TypeFacts facts) => access.Context == ThreadContext.Main && access.Path.Root == PathRoot.This
        && (facts.Structure.SetUp.Covers(access.Body, access.Syntax, SetUpEvidence.Maker) || IsByConstructors(access, facts));

    /// <summary><c>OnAttached</c>, which only the constructor of the object that it is attached to calls, and which keeps what it gets.</summary>
    private static bool IsByConstructors(StorageAccess access, TypeFacts facts) =>
        access is { Member.IsStatic: false, Body.Owner: IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } owner } && IsPlainStore(access) && facts.Structure.Makers.AreConstructors(owner);

    /// <summary>By its name it makes the object ready, and who calls it is not in sight.</summary>
    public static bool IsNamedSo(IMethodSymbol method, TypeFacts facts) => facts.Roots.IsEntry(method)
        && (method.Name.StartsWith("Init", StringComparison.Ordinal) || method.Name.StartsWith("Configure", StringComparison.Ordinal) || method.Name.StartsWith("With", StringComparison.Ordinal));

    private static bool IsPlainStore(StorageAccess access) =>
        access is { Kind: AccessKind.Write, Path: { Root: PathRoot.This, Steps.Length: 1 } } && access.Context == ThreadContext.Main && StatementOf(access) is not null;

    private static bool IsUnconditional(StorageAccess access) => StatementOf(access)?.Parent is IBlockOperation { Parent: null or IMethodBodyOperation };

    private static IOperation? StatementOf(StorageAccess access) =>
        access.Reference.UsedBy() is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation statement } ? statement : null;

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
