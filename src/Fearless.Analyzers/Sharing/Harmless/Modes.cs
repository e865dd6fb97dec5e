using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// An object that works in one of several ways, chosen for good when it is made: code that asks for the one never runs on an object with code that
/// asks for the other.
/// </summary>
internal static class Modes
{
    // Helpers of helpers; deeper, nobody knows.
    private const int MaxDepth = 3;

    public static bool AreApart(StorageAccess first, StorageAccess second, TypeFacts facts)
    {
        if (first.Path.Root != PathRoot.This || second.Path.Root != PathRoot.This)
            return false;
        var one = Of(first, facts);
        if (one.Count == 0)
            return false;
        foreach (var (field, value, isSo) in Of(second, facts))
        {
            foreach (var mine in one)
            {
                if (SymbolEqualityComparer.Default.Equals(mine.Field, field) && (Equals(mine.Value, value) ? mine.IsSo != isSo : mine.IsSo && isSo))
                    return true;
            }
        }

        return false;
    }

    private static List<(ISymbol Field, object? Value, bool IsSo)> Of(StorageAccess access, TypeFacts facts)
    {
        var modes = new List<(ISymbol Field, object? Value, bool IsSo)>();
        Add(access.Reference, modes);
        AddOfCaller(access.Body.Owner, modes, facts, 0);
        return modes;
    }

    /// <summary>A helper with one caller.</summary>
    private static void AddOfCaller(ISymbol member, List<(ISymbol Field, object? Value, bool IsSo)> modes, TypeFacts facts, int depth)
    {
        var sites = facts.Calls.SitesOf(member);
        if (depth == MaxDepth || sites.Count != 1 || facts.Roots.IsEntry(member) || facts.Calls.Escapes(member) || sites[0].Receiver is not { Root: PathRoot.This, Steps.IsEmpty: true })
            return;
        foreach (var operation in sites[0].Caller.Root.Descendants())
        {
            if (operation.Syntax != sites[0].Syntax)
                continue;
            Add(operation, modes);
            AddOfCaller(sites[0].Caller.Owner, modes, facts, depth + 1);
            return;
        }
    }

    private static void Add(IOperation place, List<(ISymbol Field, object? Value, bool IsSo)> modes)
    {
        foreach (var (condition, outcome) in PlaceConditions.Of(place, throughFunctions: true))
        {
            var (tested, value, isSo) = condition switch
            {
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: var constant } } test =>
                    (test.LeftOperand, constant, outcome == (test.OperatorKind == BinaryOperatorKind.Equals)),
                IIsPatternOperation { Value: var subject, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } } => (subject, constant, outcome),
                IIsPatternOperation { Value: var subject, Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } } } } =>
                    (subject, constant, !outcome),
                _ => (condition, (object?)true, outcome),
            };
            if (tested.Unwrap() is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Instance: IInstanceReferenceOperation } reference && MemberType.IsReadOnly(reference.Member)
                && (reference.Member is IFieldSymbol || MemberShape.IsAutoProperty((IPropertySymbol)reference.Member)))
            {
                modes.Add((reference.Member.OriginalDefinition, value, isSo));
            }
        }
    }
}
