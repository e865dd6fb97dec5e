using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Code behind a claim that only one can win: <c>if (Interlocked.Increment(ref _closed) &gt; 1) return;</c>, <c>if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0) return;</c>.
/// Until the claim is given back, if ever, nobody else gets there; nor into the helpers that are called nowhere else.
/// </summary>
internal static class ClaimedCode
{
    // Helpers of helpers; deeper, nobody knows.
    private const int MaxDepth = 3;

    /// <summary>Both places are behind one and the same claim.</summary>
    public static bool Excludes(StorageAccess first, StorageAccess second, TypeFacts facts)
    {
        if (first.Path.Root != PathRoot.This && first.Path.Root != PathRoot.Static)
            return false;
        var claims = Of(first, facts);
        return claims.Count > 0 && (first == second || claims.Overlaps(Of(second, facts)));
    }

    /// <summary>Everybody who writes the member has won the claim that this place is behind.</summary>
    public static bool IsOnlyWrittenBehind(StorageAccess write, TypeFacts facts)
    {
        var claims = Of(write, facts);
        foreach (var access in facts.AccessesTo(write.Member))
        {
            if (claims.Count == 0)
                return false;
            if (access.IsWrite && !access.IsAlias && access != write)
                claims.IntersectWith(Of(access, facts));
        }

        return claims.Count > 0;
    }

    private static HashSet<ISymbol> Of(StorageAccess access, TypeFacts facts)
    {
        var claims = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        Add(access.Reference, claims);
        if (access.Context == ThreadContext.Main)
            AddOfCallers(access.Body.Owner, claims, facts, 0);
        return claims;
    }

    /// <summary>What every call of the member is behind.</summary>
    private static void AddOfCallers(ISymbol member, HashSet<ISymbol> claims, TypeFacts facts, int depth)
    {
        var sites = facts.Calls.SitesOf(member);
        if (depth == MaxDepth || sites.Count == 0 || facts.Roots.IsEntry(member) || facts.Calls.Escapes(member) || facts.Calls.WorkOf(member).Count > 0)
            return;
        HashSet<ISymbol>? common = null;
        foreach (var site in sites)
        {
            var here = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            if (site.Context == ThreadContext.Main && site.Receiver is null or { Root: PathRoot.This, Steps.IsEmpty: true } && CallAt(site) is { } call)
            {
                Add(call, here);
                AddOfCallers(site.Caller.Owner, here, facts, depth + 1);
            }

            if (common is null)
                common = here;
            else
                common.IntersectWith(here);
        }

        claims.UnionWith(common!);
    }

    private static IOperation? CallAt(CallSite site)
    {
        foreach (var operation in site.Caller.Root.Descendants())
        {
            if (operation.Syntax == site.Syntax && operation is IInvocationOperation or IPropertyReferenceOperation)
                return operation;
        }

        return null;
    }

    private static void Add(IOperation place, HashSet<ISymbol> claims)
    {
        foreach (var (condition, outcome) in PlaceConditions.Of(place, throughFunctions: false))
        {
            if (ClaimWon(condition, outcome) is { } claim)
                claims.Add(claim);
        }
    }

    /// <summary>The field by which one alone goes on.</summary>
    private static ISymbol? ClaimWon(IOperation condition, bool outcome)
    {
        var (step, isWon) = condition switch
        {
            // Increment(ref x) == 1, and > 1 or != 1 for all others.
            IBinaryOperation { LeftOperand: var left, RightOperand.ConstantValue: { HasValue: true, Value: var value }, OperatorKind: var kind } => (left.Unwrap(), IsWon(left.Unwrap(), kind, value, outcome)),
            IIsPatternOperation { Value: var tested, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } } } =>
                (tested.Unwrap(), IsWon(tested.Unwrap(), BinaryOperatorKind.Equals, value, outcome)),
            IIsPatternOperation { Value: var tested, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } } } } =>
                (tested.Unwrap(), IsWon(tested.Unwrap(), BinaryOperatorKind.NotEquals, value, outcome)),

            // Exchange(ref _done, true)
            IInvocationOperation { Type.SpecialType: SpecialType.System_Boolean } exchange => (exchange, IsWon(exchange, BinaryOperatorKind.Equals, true, outcome)),
            _ => (null, false),
        };
        return isWon && step is IInvocationOperation { Arguments: { Length: > 0 } arguments } && arguments[0].Value.Unwrap() is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } claim
            ? claim.Field.OriginalDefinition
            : null;
    }

    private static bool IsWon(IOperation step, BinaryOperatorKind kind, object? value, bool outcome)
    {
        if (step is not IInvocationOperation { TargetMethod: { Name: var name, ContainingType: { Name: "Interlocked" } type } } call || !type.ContainingNamespace.IsNamed("System.Threading"))
            return false;
        switch (name)
        {
            case "Increment":
                return value is 1 or 1L && (kind, outcome) is (BinaryOperatorKind.Equals, true) or (BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan, false);
            case "Exchange":
                // The old value is not the one that is stored: nobody has been here.
                return call.Arguments.Length == 2 && call.ArgumentFor(1)?.Value.ConstantValue is { HasValue: true, Value: { } stored }
                    && (Equals(value, stored) ? IsDifferent(kind, outcome) : IsSame(kind, outcome));
            case "CompareExchange":
                return call.Arguments.Length == 3 && call.ArgumentFor(2)?.Value.ConstantValue is { HasValue: true, Value: var expected } && Equals(expected, value)
                    && call.ArgumentFor(1)?.Value.ConstantValue is not { HasValue: true, Value: null } && IsSame(kind, outcome);
            default:
                return false;
        }
    }

    private static bool IsSame(BinaryOperatorKind kind, bool outcome) => (kind, outcome) is (BinaryOperatorKind.Equals, true) or (BinaryOperatorKind.NotEquals, false);

    private static bool IsDifferent(BinaryOperatorKind kind, bool outcome) => (kind, outcome) is (BinaryOperatorKind.Equals, false) or (BinaryOperatorKind.NotEquals, true);
}
