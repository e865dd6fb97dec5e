using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Finds, for methods in source, the parameters whose work has ended when the call returns: <c>static void Finish(Task task) { …; task.Wait(); }</c>.
/// It waits whatever happens, or throws.
/// </summary>
internal sealed class JoinedParameters(MethodSummaries summaries)
{
    // A helper that hands its task to a helper.
    private const int MaxDepth = 3;

    private readonly ConcurrentDictionary<(IParameterSymbol Parameter, int Depth), bool> _known = new(KeyComparer.Instance);

    public bool Contains(IParameterSymbol? parameter, CancellationToken cancellation) => Contains(parameter, 0, cancellation);

    private bool Contains(IParameterSymbol? parameter, int depth, CancellationToken cancellation)
    {
        parameter = parameter?.OriginalDefinition;
        if (depth == MaxDepth || parameter is not { RefKind: RefKind.None or RefKind.In, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary, IsAsync: false } method }
            || !Handles.Mentions(parameter.Type, 1) || method.IsAbstract || method.IsVirtual || method.IsOverride || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        if (!_known.TryGetValue((parameter, depth), out var isJoined))
        {
            isJoined = summaries.Of(method, cancellation) is { IsIterator: false } summary && IsJoinedIn(summary.Body, parameter, depth, cancellation);
            _known.TryAdd((parameter, depth), isJoined);
        }

        return isJoined;
    }

    private bool IsJoinedIn(IOperation body, IParameterSymbol parameter, int depth, CancellationToken cancellation)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter)
                && JoinOf(reference, depth, cancellation) is { } join && IsUnconditional(join, body))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The operation that waits for what the parameter holds.</summary>
    private IOperation? JoinOf(IParameterReferenceOperation reference, int depth, CancellationToken cancellation)
    {
        IOperation value = reference;
        for (var user = reference.UsedBy(); user is not null; value = user, user = user.UsedBy())
        {
            switch (user)
            {
                // Whether it has ended is another question than its end.
                case IPropertyReferenceOperation { Property.Name: "Result" } when Handles.JoinedBy(user) is not null:
                case IInvocationOperation { TargetMethod.Name: "Join" or "Wait" or "WaitAll" or "GetAwaiter" } when Handles.JoinedBy(user) is not null:
                    return user;
                case IArgumentOperation { Parameter: { } next, Parent: { } call } when Contains(next, depth + 1, cancellation):
                    return call;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" }:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "WaitAll" } } or ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsUnconditional(IOperation operation, IOperation body)
    {
        for (IOperation child = operation; child != body && child.Parent is { } parent; child = parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation or ILoopOperation or ICatchClauseOperation or ISwitchCaseOperation or IConditionalAccessOperation:
                case IConditionalOperation choice when choice.Condition != child:
                case ICoalesceOperation coalesce when coalesce.Value != child:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both when both.LeftOperand != child:
                    return false;
            }
        }

        return true;
    }

    private sealed class KeyComparer : System.Collections.Generic.IEqualityComparer<(IParameterSymbol Parameter, int Depth)>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals((IParameterSymbol Parameter, int Depth) x, (IParameterSymbol Parameter, int Depth) y) =>
            x.Depth == y.Depth && SymbolEqualityComparer.Default.Equals(x.Parameter, y.Parameter);

        public int GetHashCode((IParameterSymbol Parameter, int Depth) key) => (SymbolEqualityComparer.Default.GetHashCode(key.Parameter) * 31) + key.Depth;
    }
}
