using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>Values of a type parameter that a closure takes with it to a <c>[Spawned]</c> parameter.</summary>
internal static class SpawnedParameters
{
    public static void Add(ImmutableArray<IArgumentOperation> arguments, INamedTypeSymbol type, TypeKnowledge types, ConcurrentBag<TypeParameterUse> uses)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value.Unwrap() is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation closure }
                || argument.Parameter?.OriginalDefinition.HasMarker("SpawnedAttribute") != true)
            {
                continue;
            }

            foreach (var capture in Captures.Of(closure))
            {
                if (types.Judge(capture.Type, Trait.Sync) != Verdict.Yes
                    && types.Explain(capture.Type, Trait.Send) is { Cause: { Kind: CauseKind.TypeParameter, Subject: ITypeParameterSymbol parameter } })
                {
                    TypeParameterUse.Add(parameter, Trait.Send, $"'{capture.Symbol.Name}' is captured by work on another thread", capture.Use, type, uses);
                }
            }
        }
    }
}
