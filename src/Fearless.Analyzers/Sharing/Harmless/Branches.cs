using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

internal static class Branches
{
    /// <summary>Whoever comes to the one does not come to the other: they are in the two arms of one decision.</summary>
    public static bool AreApart(IOperation one, IOperation other)
    {
        for (var around = one.Parent; around is not null; around = around.Parent)
        {
            if (!around.Syntax.Span.Contains(other.Syntax.Span))
                continue;
            switch (around)
            {
                case IConditionalOperation { WhenTrue: var then, WhenFalse: { } otherwise }:
                    return (Contains(then, one) && Contains(otherwise, other)) || (Contains(otherwise, one) && Contains(then, other));
                case ISwitchOperation choice:
                    return AreApart(choice.Cases, one, other);
                case ISwitchExpressionOperation choice:
                    return AreApart(choice.Arms, one, other);
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whoever has been at the first comes to the second afterwards: it is not in another arm, and nothing leaves the block between them.</summary>
    public static bool LeadsOn(IOperation from, IOperation to)
    {
        if (AreApart(from, to))
            return false;
        for (IOperation child = from; child.Parent is { } around && !around.Syntax.Span.Contains(to.Syntax.Span); child = around)
        {
            if (around is IBlockOperation { Operations: { IsEmpty: false } statements } && statements[statements.Length - 1] is IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation })
                return false;
        }

        return true;
    }

    private static bool AreApart<T>(System.Collections.Immutable.ImmutableArray<T> arms, IOperation one, IOperation other)
        where T : IOperation
    {
        int mine = -1, its = -1;
        for (var i = 0; i < arms.Length; i++)
        {
            mine = Contains(arms[i], one) ? i : mine;
            its = Contains(arms[i], other) ? i : its;
        }

        return mine >= 0 && its >= 0 && mine != its;
    }

    private static bool Contains(IOperation arm, IOperation part) => arm.Syntax.Span.Contains(part.Syntax.Span);
}
