using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Takes markup out of a test's text: <c>[|a|]</c>, <c>{|ID:a|}</c>, <c>{|#0:a|}</c>, <c>{|#0:a|#0}</c>, <c>$$</c>.
/// An end closes the innermost open span of its own bracket, so spans of different brackets may cross;
/// a numbered end closes its number wherever that stands.
/// </summary>
internal sealed partial class MarkupParser
{
    private readonly string _markup;
    private readonly bool _positionsAreCode;
    private readonly StringBuilder _text = new();
    private readonly List<OpenSpan> _open = [];
    private readonly List<(int Order, MarkupSpan Span)> _closed = [];
    private readonly List<int> _positions = [];
    private int _starts;

    private MarkupParser(string markup, MarkupOptions options)
    {
        _markup = markup;
        _positionsAreCode = (options & MarkupOptions.TreatPositionIndicatorsAsCode) != 0;
    }

    public static ParsedMarkup Parse(string markup, MarkupOptions options = MarkupOptions.None) => new MarkupParser(markup, options).Run();

    private ParsedMarkup Run()
    {
        for (var index = 0; index < _markup.Length;)
        {
            var length = TryReadTag(index);
            if (length == 0)
            {
                _text.Append(_markup[index]);
                length = 1;
            }

            index += length;
        }

        if (_open.Count > 0)
        {
            throw new ArgumentException($"The markup '{_open[^1].Tag}' is never closed.");
        }

        var spans = _closed.OrderBy(static c => c.Order).Select(static c => c.Span).ToImmutableArray();
        if (spans.Where(static s => s.IsNumbered).GroupBy(static s => s.Name).FirstOrDefault(static g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The markup location '{twice.Key}' is used more than once.");
        }

        return new ParsedMarkup(_text.ToString(), spans, [.. _positions]);
    }

    /// <summary>The length of the tag at <paramref name="index"/>, which has then been acted on; 0 if there is none.</summary>
    private int TryReadTag(int index)
    {
        var rest = _markup.AsSpan(index);
        if (rest.StartsWith("$$") && !_positionsAreCode)
        {
            _positions.Add(_text.Length);
            return 2;
        }

        if (rest.StartsWith("[|"))
        {
            // "[|]" and "[|}" could be '[' and an end, or a start and a bracket: an end, if there is something to close.
            var endsSpan = (rest.StartsWith("[|]") && HasOpen('[')) || (rest.StartsWith("[|}") && HasOpen('{'));
            return endsSpan ? 0 : Open('[', name: null, tag: "[|");
        }

        if (rest.StartsWith("{|") && NamedStart().Match(_markup, index) is { Success: true } start)
        {
            return Open('{', start.Groups[1].Value, start.Value);
        }

        if (rest.StartsWith("|]"))
        {
            return Close('[', "|]");
        }

        if (rest.StartsWith("|}"))
        {
            return Close('{', "|}");
        }

        return rest.StartsWith("|#") && NumberedEnd().Match(_markup, index) is { Success: true } end
            ? CloseNumbered(end.Groups[1].Value, end.Value)
            : 0;
    }

    private bool HasOpen(char bracket) => _open.Exists(o => o.Bracket == bracket);

    private int Open(char bracket, string? name, string tag)
    {
        _open.Add(new OpenSpan(bracket, name, tag, _text.Length, _starts++));
        return tag.Length;
    }

    private int Close(char bracket, string tag) => CloseAt(_open.FindLastIndex(o => o.Bracket == bracket), tag);

    private int CloseNumbered(string name, string tag) => CloseAt(_open.FindLastIndex(o => o.Name == name), tag);

    private int CloseAt(int index, string tag)
    {
        if (index < 0)
        {
            throw new ArgumentException($"The markup end '{tag}' closes nothing (after '{Tail()}').");
        }

        var open = _open[index];
        _open.RemoveAt(index);
        _closed.Add((open.Order, new MarkupSpan(open.Name, TextSpan.FromBounds(open.Start, _text.Length))));
        return tag.Length;
    }

    private string Tail() => _text.ToString(Math.Max(0, _text.Length - 20), Math.Min(20, _text.Length));

    [GeneratedRegex(@"\G\{\|([^:|\[\]{}]+):")]
    private static partial Regex NamedStart();

    [GeneratedRegex(@"\G\|(#[^:|\[\]{}]+)\}")]
    private static partial Regex NumberedEnd();

    private readonly record struct OpenSpan(char Bracket, string? Name, string Tag, int Start, int Order);
}
