using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Whether a body does nothing but what it does to one lock.</summary>
internal static class WrapperShape
{
    /// <param name="summary">The method.</param>
    /// <param name="step">What it does to the lock.</param>
    /// <param name="returned">What it returns, if anything.</param>
    public static bool IsEvident(MethodSummary summary, LockStep step, out IOperation? returned)
    {
        returned = null;
        var found = false;
        foreach (var statement in StatementsOf(summary.Body))
        {
            switch (statement)
            {
                case IExpressionStatementOperation { Operation: var operation } when operation.Unwrap().Syntax == step.Syntax:
                    found = true;
                    break;
                case IReturnOperation { ReturnedValue: { } value }:
                    returned = value.Unwrap();
                    found |= returned.Syntax == step.Syntax;
                    if (returned is not IInvocationOperation && !IsPlain(returned))
                        return false;
                    if (returned is IInvocationOperation && returned.Syntax != step.Syntax)
                        return false;
                    break;
                case IReturnOperation or IEmptyOperation:
                    break;
                default:
                    return false;
            }
        }

        return found;
    }

    /// <summary>The value, if the body does nothing but return it.</summary>
    public static IOperation? OnlyReturned(IOperation body) =>
        StatementsOf(body) is { Length: 1 } statements && statements[0] is IReturnOperation { ReturnedValue: { } value } ? value.Unwrap() : null;

    /// <summary>The call, if the body does nothing else, and returns no more than what it returns.</summary>
    public static IInvocationOperation? OnlyCall(IOperation body) => StatementsOf(body) is not { Length: > 0 } statements ? null : statements[0] switch
    {
        IExpressionStatementOperation statement when statements.Length == 1 || (statements.Length == 2 && statements[1] is IReturnOperation { ReturnedValue: null }) =>
            statement.Operation.Unwrap() as IInvocationOperation,
        IReturnOperation { ReturnedValue: { } value } when statements.Length == 1 => value.Unwrap() as IInvocationOperation,
        _ => null,
    };

    private static bool IsPlain(IOperation value) => value switch
    {
        IObjectCreationOperation creation => creation.Arguments.Length <= 2,
        IDefaultValueOperation or IInstanceReferenceOperation or ILiteralOperation => true,
        IPropertyReferenceOperation { Property: { IsStatic: true, Name: "CompletedTask" } } => true,
        _ => false,
    };

    private static ImmutableArray<IOperation> StatementsOf(IOperation body) => body switch
    {
        IMethodBodyOperation method => StatementsOf((IOperation?)method.BlockBody ?? method.ExpressionBody!),
        IBlockOperation block => block.Operations,
        _ => [body],
    };
}
