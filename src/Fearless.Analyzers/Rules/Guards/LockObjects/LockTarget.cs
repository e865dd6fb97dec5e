using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Where a locked object comes from: conversions peeled off, and locals followed to their only assignment.</summary>
internal readonly struct LockTarget
{
    private const int LongestAliasChain = 8;

    private LockTarget(IOperation origin, LocalUses? fresh)
    {
        Origin = origin;
        FreshLocal = fresh;
    }

    public IOperation Origin { get; }

    /// <summary>Set if the object is held in a local that only ever gets objects made on the spot.</summary>
    public LocalUses? FreshLocal { get; }

    public static LockTarget Resolve(IOperation target)
    {
        var origin = Unwrap(target);
        for (var step = 0; step < LongestAliasChain && origin is ILocalReferenceOperation { Local: { IsRef: false } local }; step++)
        {
            var uses = LocalUses.Of(local, origin);
            if (uses.OnlyFresh)
                return new LockTarget(origin, uses);
            if (uses.OnlyValue is not { } value)
                break;
            origin = Unwrap(value);
        }

        return new LockTarget(origin, null);
    }

    /// <summary>A conversion between reference types keeps the object; boxing makes a new one and stays.</summary>
    public static IOperation Unwrap(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case IConversionOperation { OperatorMethod: null, Operand.Type: { IsReferenceType: true } } conversion:
                    value = conversion.Operand;
                    break;
                case ICoalesceAssignmentOperation assignment:
                    value = assignment.Target;
                    break;
                default:
                    return value;
            }
        }
    }
}
