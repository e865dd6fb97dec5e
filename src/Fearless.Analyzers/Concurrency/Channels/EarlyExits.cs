using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The returns of a function that go past the completion of a channel at its end.</summary>
internal static class EarlyExits
{
    /// <summary>Empty also where another place completes the channel as well.</summary>
    public static List<SyntaxNode> Before(IInvocationOperation completion, IOperation writer, IOperation block)
    {
        var exits = new List<SyntaxNode>();
        var function = completion.EnclosingFunction();

        // At the end of the function itself, not in a branch, a handler or a finally: those have reasons of their own.
        if (!IsAtTheEnd(completion, function ?? block))
            return exits;
        var name = writer.Syntax.ToString();
        var uses = new List<SyntaxNode>();
        var closed = new HashSet<IOperation>();
        foreach (var operation in block.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { ContainingType.Name: "ChannelWriter", Name: var method }, Instance: { } instance } && instance.Syntax.ToString() == name)
            {
                if (method is "Complete" or "TryComplete" && operation != completion)
                {
                    if (BlockThatLeaves(operation) is not { } leaving)
                        return exits;
                    closed.Add(leaving);
                }

                if (operation.EnclosingFunction() == function)
                    uses.Add(operation.Syntax);
            }
            else if (operation is IArgumentOperation { Value: { } value } && value.Unwrap().Syntax.ToString() == name)
            {
                return exits;
            }
        }

        foreach (var operation in block.Descendants())
        {
            if (operation is IReturnOperation { IsImplicit: false, Kind: OperationKind.Return } exit && exit.EnclosingFunction() == function && exit.Syntax.SpanStart < completion.Syntax.SpanStart
                && (exit.ReturnedValue is null || !exit.ReturnedValue.Syntax.Span.Contains(completion.Syntax.Span)) && !closed.Contains(exit.Parent!) && IsAmong(exit, uses))
            {
                exits.Add(exit.Syntax);
            }
        }

        return exits;
    }

    /// <summary>The completion belongs to the return that ends its block.</summary>
    private static IOperation? BlockThatLeaves(IOperation completion) =>
        completion.Parent is IExpressionStatementOperation { Parent: IBlockOperation { Operations: { Length: > 1 } statements } block } && statements[statements.Length - 1] is IReturnOperation ? block : null;

    /// <summary>After a message was sent, or in the loop that sends them.</summary>
    private static bool IsAmong(IOperation exit, List<SyntaxNode> uses)
    {
        IOperation? loop = null;
        for (var at = exit.Parent; at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); at = at.Parent)
        {
            if (at is ILoopOperation)
                loop = at;
        }

        foreach (var use in uses)
        {
            if (use.SpanStart < exit.Syntax.SpanStart || (loop is not null && loop.Syntax.Span.Contains(use.Span)))
                return true;
        }

        return false;
    }

    private static bool IsAtTheEnd(IOperation completion, IOperation function)
    {
        for (var at = completion.Parent; at is not null && at != function; at = at.Parent)
        {
            if (at is not (IExpressionStatementOperation or IBlockOperation or IUsingOperation or IReturnOperation or IMethodBodyOperation))
                return false;
        }

        return true;
    }
}
