using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>Checks a type's declaration against a trait, whatever its markers say: the base first, then the storage, one entry for each.</summary>
internal static class UnfitParts
{
    public static List<TypePart> Find(INamedTypeSymbol type, Trait trait, TypeKnowledge types, Compilation compilation)
    {
        var parts = new List<TypePart>();
        if (type.BaseType is { SpecialType: SpecialType.None } parent && types.Explain(parent, trait, isExact: true) is { } explanation)
            parts.Add(new TypePart(parent, explanation.Behind(new Link(LinkKind.Base, parent, parent))));

        var requirements = new List<Requirement>();
        foreach (var storage in Storage.Of(type, compilation))
        {
            requirements.Clear();
            types.Derivation.ExpandField(type, storage, Storage.TypeOf(storage), trait, requirements);
            if (Worst(requirements, new Question(type, trait), types) is { } because)
                parts.Add(new TypePart(storage, because));
        }

        return parts;
    }

    /// <summary>What is refused comes before what is only unknown.</summary>
    private static Explanation? Worst(List<Requirement> requirements, Question question, TypeKnowledge types)
    {
        Explanation? worst = null;
        foreach (var requirement in requirements)
        {
            var found = requirement.Cause is { } cause
                ? new Explanation(question, cause.Verdict, requirement.Link is { } link ? [link] : [], cause, question.Trait)
                : types.Explain(requirement.Next!.Value)?.Of(question).Behind(requirement.Link!);
            if (found is not null && (worst is null || found.Verdict < worst.Verdict))
                worst = found;
        }

        return worst;
    }
}
