using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>Compares type arguments with the bounds of their parameters.</summary>
internal static class BoundCheck
{
    private static readonly Trait[] _traits = [Trait.Send, Trait.Sync, Trait.Readable, Trait.Word];

    /// <summary>One entry for each argument that does not fit: what is refused before what is only unknown.</summary>
    public static List<UnmetBound>? Find(ImmutableArray<ITypeParameterSymbol> parameters, ImmutableArray<ITypeSymbol> arguments, TypeKnowledge types)
    {
        List<UnmetBound>? unmet = null;
        for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
        {
            var bounds = types.BoundsOf(parameters[i]);
            if (bounds.IsEmpty || Worst(arguments[i], bounds, types) is not { } explanation)
                continue;
            unmet ??= [];
            unmet.Add(new UnmetBound(i, parameters[i], arguments[i], explanation));
        }

        return unmet;
    }

    private static Explanation? Worst(ITypeSymbol argument, Bounds bounds, TypeKnowledge types)
    {
        Explanation? worst = null;
        foreach (var trait in _traits)
        {
            if (bounds.Has(trait) && types.Explain(argument, trait) is { } explanation && (worst is null || explanation.Verdict < worst.Verdict))
                worst = explanation;
        }

        return worst;
    }
}
