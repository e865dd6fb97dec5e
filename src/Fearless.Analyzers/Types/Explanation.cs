using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>Why the answer is not yes: the way from the type that was asked about to the culprit.</summary>
internal sealed class Explanation(Question question, Verdict verdict, IReadOnlyList<Link> links, Cause cause, Trait lacking)
{
    public Question Question { get; } = question;

    public Verdict Verdict { get; } = verdict;

    public IReadOnlyList<Link> Links { get; } = links;

    public Cause Cause { get; } = cause;

    /// <summary>What the culprit lacks: for a field behind a lock that is another question than the one asked.</summary>
    public Trait Lacking { get; } = lacking;

    /// <summary>The same, seen from further up.</summary>
    public Explanation Behind(Link link) => new(Question, Verdict, [link, .. Links], Cause, Lacking);

    /// <summary>The same, as the answer to another question that this one is part of.</summary>
    public Explanation Of(Question whole) => new(whole, Verdict, Links, Cause, Lacking);

    /// <summary>Where the links and the culprit stand in source, in the order of the message, without <paramref name="primary"/> and repetitions.</summary>
    public List<Location> Sites(Location? primary)
    {
        var sites = new List<Location>();
        foreach (var link in Links)
        {
            if (link.Kind != LinkKind.Part)
                Add(sites, SourceOf(link.Symbol), primary);
        }

        Add(sites, SourceOf(Cause.Subject), primary);
        Add(sites, Cause.Site, primary);
        return sites;
    }

    private static void Add(List<Location> sites, Location? site, Location? primary)
    {
        if (site is not null && !site.Equals(primary) && !sites.Contains(site))
            sites.Add(site);
    }

    /// <summary>Where the symbol is declared, if that is in source.</summary>
    public static Location? SourceOf(ISymbol symbol)
    {
        foreach (var location in symbol.OriginalDefinition.Locations)
        {
            if (location.IsInSource)
                return location;
        }

        return null;
    }
}
