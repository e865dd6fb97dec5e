using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Loads with acquire and stores with release, of a member or of an element of it: whoever sees the store sees what came before it.</summary>
internal static class Announcements
{
    /// <summary>The member, or its elements, are stored so somewhere.</summary>
    public static bool Are(ISymbol member, TypeFacts facts)
    {
        foreach (var access in facts.AccessesTo(member))
        {
            if (IsStore(access))
                return true;
        }

        return false;
    }

    public static bool IsLoad(StorageAccess access) => KindOf(access) is { } kind && (kind & AccessKind.Read) != 0;

    public static bool IsStore(StorageAccess access) => KindOf(access) is { } kind && (kind & AccessKind.Write) != 0;

    /// <summary>An element tells of the elements beside it that have its index.</summary>
    public static bool IsOfSameElement(StorageAccess announcement, StorageAccess read) =>
        ElementOf(announcement) is not { Indices.Length: 1 } mine || ElementOf(read) is not { Indices.Length: 1 } its || SyntaxFactory.AreEquivalent(mine.Indices[0].Syntax, its.Indices[0].Syntax);

    /// <summary>The method returns only to those who have seen it, or have been under a lock with whoever stored it.</summary>
    public static bool IsSeenByAll(IMethodSymbol method, ISymbol flag, TypeFacts facts)
    {
        foreach (var access in facts.AccessesTo(flag))
        {
            if (SymbolEqualityComparer.Default.Equals(access.Body.Owner, method.OriginalDefinition) && !access.IsWrite && IsLoad(access) && IsOnEveryWay(access.Reference))
                return true;
        }

        return false;
    }

    /// <summary>What is done in one step to the member, or to an element of it; null: it is no such step.</summary>
    private static AccessKind? KindOf(StorageAccess access)
    {
        if (ElementOf(access) is { } element)
            return element.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { ContainingType.Name: "Volatile" or "Interlocked" } method } } ? KindOf(method.Name) : null;
        return access.IsAlias || !(access.IsAtomic || access.Member is IFieldSymbol { IsVolatile: true }) ? null : access.Kind;
    }

    private static AccessKind KindOf(string step) => step switch
    {
        "Read" => AccessKind.Read,
        "Write" => AccessKind.Write,
        _ => AccessKind.ReadWrite,
    };

    /// <summary>The element of the array in the member; null: the member itself is meant.</summary>
    public static IArrayElementReferenceOperation? ElementOf(StorageAccess access) =>
        access.Reference.UsedBy() is IArrayElementReferenceOperation element && element.ArrayReference.Unwrap() == access.Reference ? element : null;

    /// <summary>Whoever returns has been there; who leaves by an exception does not go on.</summary>
    private static bool IsOnEveryWay(IOperation place)
    {
        for (var child = place; child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation or ILoopOperation or ICatchClauseOperation or ISwitchCaseOperation or ISwitchExpressionArmOperation:
                case IConditionalOperation choice when choice.Condition != child:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both when both.RightOperand == child:
                    return false;
                case IBlockOperation block when ReturnsBefore(block, child):
                    return false;
            }
        }

        return true;
    }

    private static bool ReturnsBefore(IBlockOperation block, IOperation place)
    {
        foreach (var statement in block.Operations)
        {
            if (statement == place)
                return false;
            foreach (var part in statement.DescendantsAndSelf())
            {
                if (part is IReturnOperation && part.EnclosingFunction() == place.EnclosingFunction())
                    return true;
            }
        }

        return false;
    }
}
