using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The code of a delegate that a concurrent dictionary calls: a lambda, or a method of the type.</summary>
internal sealed class Factory(MemberBody body, IOperation code)
{
    public MemberBody Body { get; } = body;

    public IOperation Code { get; } = code;

    public static IEnumerable<Factory> Of(ConcurrentCall call, TypeFacts facts)
    {
        if (call.Operation is not IInvocationOperation invocation)
            yield break;
        foreach (var argument in invocation.Arguments)
        {
            switch (argument.Value.Unwrap())
            {
                case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                    yield return new Factory(call.Access.Body, lambda.Body);
                    break;
                case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } }:
                    foreach (var body in facts.Bodies)
                    {
                        if (SymbolEqualityComparer.Default.Equals(body.Owner, method.OriginalDefinition))
                            yield return new Factory(body, body.Root);
                    }

                    break;
            }
        }
    }

    /// <summary>Part of it, and not of a function that it only makes.</summary>
    public bool Runs(IOperation operation)
    {
        for (IOperation? at = operation; at is not null; at = at.Parent)
        {
            if (at == Code)
                return true;
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
        }

        return false;
    }
}
