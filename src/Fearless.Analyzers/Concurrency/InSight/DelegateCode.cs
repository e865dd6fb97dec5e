using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The code that a delegate runs.</summary>
internal static class DelegateCode
{
    /// <summary>Null: it is not in sight.</summary>
    public static IOperation? Of(IOperation? value, Compilation compilation, System.Threading.CancellationToken cancellation) => value?.Unwrap() switch
    {
        IDelegateCreationOperation { Target: var target } => Of(target, compilation, cancellation),
        IAnonymousFunctionOperation function => function.Body,
        IMethodReferenceOperation { Method: { IsAbstract: false, IsVirtual: false, IsOverride: false } method } => MethodBodies.Of(method, compilation, cancellation),
        _ => null,
    };

    /// <summary>The code of the first delegate among the arguments.</summary>
    public static IOperation? OfArgument(System.Collections.Immutable.ImmutableArray<IArgumentOperation> arguments, Compilation compilation, System.Threading.CancellationToken cancellation)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value.Type?.TypeKind == TypeKind.Delegate)
                return Of(argument.Value, compilation, cancellation);
        }

        return null;
    }
}
