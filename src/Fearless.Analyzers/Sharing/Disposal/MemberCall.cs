using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>What is done to the object that a reference leads to.</summary>
internal static class MemberCall
{
    /// <summary>The call, or the property, on the object: also behind <c>?.</c>; null: it is only named.</summary>
    public static IOperation? On(IOperation reference)
    {
        var user = reference.UsedBy();
        if (user is IConditionalAccessOperation conditional && conditional.Operation.Unwrap() == reference)
            return First(conditional.WhenNotNull);
        return user switch
        {
            IInvocationOperation call when call.Instance?.Unwrap() == reference => call,
            IPropertyReferenceOperation property when property.Instance?.Unwrap() == reference => property,
            IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension } => extension,
            _ => null,
        };
    }

    /// <summary>It ends the object.</summary>
    public static bool IsDisposal(IOperation? call) =>
        call is IInvocationOperation { TargetMethod: { Name: "Dispose" or "DisposeAsync" or "Close", IsStatic: false, Parameters.IsEmpty: true } };

    private static IOperation? First(IOperation chain)
    {
        foreach (var operation in chain.DescendantsAndSelf())
        {
            if (operation is IConditionalAccessInstanceOperation)
                return operation.UsedBy() is IInvocationOperation or IPropertyReferenceOperation ? operation.UsedBy() : null;
        }

        return null;
    }
}
