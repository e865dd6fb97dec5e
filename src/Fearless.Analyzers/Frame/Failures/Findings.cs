using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>
/// What one call of a rule found, handed on when it has ended: no ID stands twice at one place. Rules say several causes in one message
/// where they can; this is the net below them.
/// </summary>
internal sealed class Findings
{
    private List<Diagnostic>? _found;

    public void Add(Diagnostic diagnostic)
    {
        _found ??= [];
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i].Id == diagnostic.Id && _found[i].Location == diagnostic.Location)
            {
                _found[i] = Merge(_found[i], diagnostic);
                return;
            }
        }

        _found.Add(diagnostic);
    }

    public void HandOn(Action<Diagnostic> report)
    {
        foreach (var diagnostic in _found ?? [])
            report(diagnostic);
    }

    /// <summary>The first one's words, and the places of both.</summary>
    private static Diagnostic Merge(Diagnostic first, Diagnostic second)
    {
        var places = first.AdditionalLocations.Union(second.AdditionalLocations).ToImmutableArray();
        if (places.Length == first.AdditionalLocations.Count)
            return first;
        var rule = first.Descriptor;
        return Diagnostic.Create(
            rule.Id, rule.Category, first.GetMessage(), first.Severity, rule.DefaultSeverity, rule.IsEnabledByDefault, first.WarningLevel,
            rule.Title, rule.Description, rule.HelpLinkUri, first.Location, places, rule.CustomTags, first.Properties);
    }
}
