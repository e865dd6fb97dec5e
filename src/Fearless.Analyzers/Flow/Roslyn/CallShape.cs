using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>One call, however it is written: which method, on which object, with what for which parameter.</summary>
/// <param name="method">The method, accessor, operator or constructor.</param>
/// <param name="receiver">The object that it is called on; null: none.</param>
/// <param name="arguments">What it is given.</param>
/// <param name="syntax">Where.</param>
/// <param name="call">The operation that is the call; null: it is only a part of what an operation does.</param>
internal readonly struct CallShape(IMethodSymbol method, IOperation? receiver, ImmutableArray<CallArgument> arguments, SyntaxNode syntax, IOperation? call = null)
{
    public IOperation? Call { get; } = call;

    public IMethodSymbol Method { get; } = method;

    public IOperation? Receiver { get; } = receiver;

    public ImmutableArray<CallArgument> Arguments { get; } = arguments;

    public SyntaxNode Syntax { get; } = syntax;

    public static CallShape Of(IMethodSymbol method, IOperation? receiver, ImmutableArray<IArgumentOperation> arguments, IOperation call)
    {
        if (arguments.IsEmpty)
            return new CallShape(method, receiver, [], call.Syntax, call);
        var given = ImmutableArray.CreateBuilder<CallArgument>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter)
                given.Add(new CallArgument(parameter, argument.Value));
        }

        return new CallShape(method, receiver, given.ToImmutable(), call.Syntax, call);
    }

    /// <summary>An operator: its operands are what it is given, in order.</summary>
    public static CallShape OfOperator(IMethodSymbol method, SyntaxNode syntax, IOperation first, IOperation? second = null)
    {
        var given = ImmutableArray.CreateBuilder<CallArgument>(2);
        if (method.Parameters.Length > 0)
            given.Add(new CallArgument(method.Parameters[0], first));
        if (second is not null && method.Parameters.Length > 1)
            given.Add(new CallArgument(method.Parameters[1], second));

        // From C# 14 on, an operator may be a member of the object that it changes.
        return new CallShape(method, method.IsStatic ? null : first, given.ToImmutable(), syntax);
    }
}

/// <summary>What a call gives for one parameter.</summary>
internal readonly struct CallArgument(IParameterSymbol parameter, IOperation value)
{
    public IParameterSymbol Parameter { get; } = parameter;

    public IOperation Value { get; } = value;
}
