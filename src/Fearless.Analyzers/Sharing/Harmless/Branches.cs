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
            if (around is not IConditionalOperation { WhenTrue: var then, WhenFalse: { } otherwise } || !around.Syntax.Span.Contains(other.Syntax.Span))
                continue;
            return (Contains(then, one) && Contains(otherwise, other)) || (Contains(otherwise, one) && Contains(then, other));
        }

        return false;
    }

    private static bool Contains(IOperation arm, IOperation part) => arm.Syntax.Span.Contains(part.Syntax.Span);
}
