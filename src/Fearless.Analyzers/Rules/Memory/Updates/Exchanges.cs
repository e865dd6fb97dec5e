using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// Parts of a compare-exchange that do not fit together: it must compare with the value that the new one was made from, and whoever looks at its
/// result must compare that with the same.
/// </summary>
internal static class Exchanges
{
    public static IEnumerable<UpdateFinding> In(TypeFacts facts, ISymbol member, IReadOnlyList<AtomicUse> uses)
    {
        foreach (var use in uses)
        {
            if (use.Access.Inner is not null || use.Kind != AtomicUseKind.Update || use.Operation is not IInvocationOperation { TargetMethod.Name: "CompareExchange" } exchange
                || use.Value is not { } value || Comparand(exchange) is not { } comparand)
            {
                continue;
            }

            var reads = ReadsIn(use, facts, member);
            if (LoadedTooLate(value, comparand, reads) is var (made, late))
            {
                yield return new UpdateFinding(
                    late.Syntax, made.Syntax,
                    $"the new value of '{member.Name}' is made from what was read at line {made.Syntax.Line()}, but compared with what is read here: what another thread stores in between is overwritten",
                    "read it once, make the new value from that, and compare with it");
            }
            else if (WrongAnswer(use, value, comparand, reads) is { } answer)
            {
                yield return new UpdateFinding(
                    answer.Syntax, use.Access.Syntax,
                    $"the exchange of '{member.Name}' returns what was there before, and is compared here with something else than its comparand '{comparand.Syntax}': this does not say whether it took place",
                    $"compare with '{comparand.Syntax}'");
            }
        }
    }

    private static IOperation? Comparand(IInvocationOperation exchange) => exchange.Instance is null ? exchange.ArgumentFor(2)?.Value : exchange.ArgumentFor(1)?.Value;

    /// <summary>All reads of the member before the exchange, whole expressions such as <c>Volatile.Read(ref x)</c>.</summary>
    private static List<(StorageAccess Access, IOperation Value, ValueTrail Same)> ReadsIn(AtomicUse use, TypeFacts facts, ISymbol member)
    {
        var reads = new List<(StorageAccess, IOperation, ValueTrail)>();
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.IsAlias || access.Body != use.Access.Body || access.Context != use.Access.Context || !access.Path.Equals(use.Access.Path))
                continue;
            var value = AtomicUse.Of(access) is { Kind: AtomicUseKind.Load } load ? load.Operation : access.IsWrite ? null : access.Reference;
            if (value is not null)
                reads.Add((access, value, ValueTrail.OfSame(value, access.Body.Sources)));
        }

        return reads;
    }

    /// <summary>The read that the new value is made from, and a later one that is the comparand.</summary>
    private static (StorageAccess Made, StorageAccess Late)? LoadedTooLate(IOperation value, IOperation comparand, List<(StorageAccess Access, IOperation Value, ValueTrail Same)> reads)
    {
        foreach (var late in reads)
        {
            if (!late.Same.IsAt(comparand.Unwrap()) || ValueTrail.Of(late.Value, late.Access.Body.Sources).IsIn(value))
                continue;
            foreach (var early in reads)
            {
                if (early.Access.Syntax.SpanStart < late.Access.Syntax.SpanStart && !early.Same.IsAt(comparand.Unwrap()) && ValueTrail.Of(early.Value, early.Access.Body.Sources).IsIn(value))
                    return (early.Access, late.Access);
            }
        }

        return null;
    }

    /// <summary>The comparison of the result with the new value, or with another read of the member. Null: one of its uses is right, or tells nothing.</summary>
    private static IOperation? WrongAnswer(AtomicUse use, IOperation value, IOperation comparand, List<(StorageAccess Access, IOperation Value, ValueTrail Same)> reads)
    {
        var result = ValueTrail.OfSame(use.Operation, use.Access.Body.Sources);
        IOperation? wrong = null;
        foreach (var operation in use.Access.Body.Root.Descendants())
        {
            if (!result.IsAt(operation))
                continue;
            if (operation.UsedBy() is not IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison)
            {
                // Kept in a local: its uses are looked at. Anything else may well be right.
                if (operation.UsedBy() is IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation })
                    continue;
                return null;
            }

            var other = comparison.LeftOperand.Unwrap() == operation ? comparison.RightOperand.Unwrap() : comparison.LeftOperand.Unwrap();
            if (IsSame(other, comparand) || !IsNewValue(other, value) && !IsOtherRead(other, comparand, reads))
                return null;
            wrong ??= comparison;
        }

        return wrong;
    }

    /// <summary>A constant may be asked for as well: <c>CompareExchange(ref x, 1, 0) == 1</c> says that somebody else has it.</summary>
    private static bool IsNewValue(IOperation other, IOperation value) => !other.ConstantValue.HasValue && IsSame(other, value);

    private static bool IsOtherRead(IOperation other, IOperation comparand, List<(StorageAccess Access, IOperation Value, ValueTrail Same)> reads)
    {
        var isRead = false;
        foreach (var read in reads)
        {
            if (read.Same.IsAt(comparand.Unwrap()) && read.Same.IsAt(other))
                return false;
            isRead |= read.Same.IsAt(other);
        }

        return isRead;
    }

    private static bool IsSame(IOperation one, IOperation other) =>
        one.Unwrap().ConstantValue is { HasValue: true } mine && other.Unwrap().ConstantValue is { HasValue: true } its
            ? Equals(mine.Value, its.Value)
            : one.Unwrap().Syntax.IsEquivalentTo(other.Unwrap().Syntax, topLevel: false);
}
