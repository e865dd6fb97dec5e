using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>The statement whose condition a value stands in, without another name in between.</summary>
internal static class DirectTest
{
    public static IConditionalOperation? Of(IOperation value)
    {
        for (IOperation? child = value, current = value.UsedBy(); current is not null; child = current, current = current.Parent)
        {
            switch (current)
            {
                case IUnaryOperation or IBinaryOperation or IIsPatternOperation or IParenthesizedOperation or IConversionOperation:
                    break;
                case IConditionalOperation conditional when conditional.Condition == child:
                    return conditional;
                default:
                    return null;
            }
        }

        return null;
    }
}
