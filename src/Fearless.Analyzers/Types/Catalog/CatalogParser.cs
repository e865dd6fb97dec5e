using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.Analyzers.Types;

/// <summary>Entries and their facts. A mistake is reported where it stands, and the rest of the entry still counts.</summary>
internal static class CatalogParser
{
    public static string? Namespace(CatalogScanner scanner, List<CatalogProblem> problems)
    {
        if (scanner.Name() is not { } name)
        {
            problems.Add(new CatalogProblem(scanner.Here, "'in' is followed by a namespace"));
            return null;
        }

        if (!scanner.IsAtEnd)
            problems.Add(new CatalogProblem(scanner.Here, "nothing follows the namespace after 'in'"));
        return name;
    }

    public static void Entry(CatalogScanner scanner, string prefix, List<CatalogEntry> entries, List<CatalogProblem> problems)
    {
        var first = entries.Count;
        do
        {
            if (TypeName(scanner, prefix) is { } entry)
            {
                entries.Add(entry);
            }
            else
            {
                problems.Add(new CatalogProblem(scanner.Here, "the name of a type is expected here, such as 'My.Namespace.Cache<T>'"));
                return;
            }
        }
        while (scanner.TryChar(','));

        if (scanner.IsAtEnd)
            problems.Add(new CatalogProblem(scanner.LastToken, "nothing is said about this type: add 'send', 'notsend', 'sync', 'notsync' or 'reads(…)'"));
        while (!scanner.IsAtEnd)
            Fact(scanner, entries, first, problems);
    }

    /// <summary><c>Outer&lt;T&gt;.Inner</c> becomes <c>Outer`1.Inner</c>.</summary>
    private static CatalogEntry? TypeName(CatalogScanner scanner, string prefix)
    {
        var start = scanner.Here.Start;
        var name = prefix;
        var parameters = ImmutableArray.CreateBuilder<string>();
        while (true)
        {
            if (scanner.Name() is not { } part)
                return null;
            name += part;
            if (!scanner.TryChar('<'))
                break;
            var before = parameters.Count;
            do
            {
                if (scanner.Name() is not { } parameter)
                    return null;
                parameters.Add(parameter);
            }
            while (scanner.TryChar(','));
            if (!scanner.TryChar('>'))
                return null;
            name += "`" + (parameters.Count - before);
            if (!scanner.TryChar('.'))
                break;
            name += ".";
        }

        return new CatalogEntry(name)
        {
            Parameters = parameters.ToImmutable(),
            Span = TextSpan.FromBounds(start, Math.Max(start, scanner.LastToken.End)),
        };
    }

    private static void Fact(CatalogScanner scanner, List<CatalogEntry> entries, int first, List<CatalogProblem> problems)
    {
        var word = scanner.Name();
        var span = word is null ? scanner.Here : scanner.LastToken;
        if (word is null || !CatalogFacts.IsKnown(word))
        {
            if (word is null)
                scanner.SkipToken();
            problems.Add(new CatalogProblem(span, $"'{word ?? "this"}' is no fact; facts are send, sync, notsend, notsync, notreadable, affine(thread), reads(members) and why(text), and about calls concurrent, work, inturn, setup, spawns, repeats, serves, shares, perrequest (members) and percall"));
            if (word is not null && scanner.TryChar('('))
                _ = scanner.UntilClosed();
            return;
        }

        string? inner = null;
        if (scanner.TryChar('(') && (inner = scanner.UntilClosed()) is null)
        {
            problems.Add(new CatalogProblem(span, $"the parenthesis after '{word}' is never closed"));
            while (!scanner.IsAtEnd)
                scanner.SkipToken();
            return;
        }

        for (var i = first; i < entries.Count; i++)
        {
            if (CatalogFacts.Apply(entries[i], word, inner) is { } mistake)
            {
                problems.Add(new CatalogProblem(span, mistake));
                return;
            }
        }
    }
}
