using System;
using System.Linq;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing.Tests;

public sealed class MarkupParserTests
{
    // Spans are written as name@start-end, in the order of their starts.
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a[0] | b || c", "a[0] | b || c", "")]
    [InlineData("[|a|]", "a", "@0-1")]
    [InlineData("x[|ab|]y", "xaby", "@1-3")]
    [InlineData("[||]x", "x", "@0-0")]
    [InlineData("{|ID:a|}", "a", "ID@0-1")]
    [InlineData("{|#0:a|}", "a", "#0@0-1")]
    [InlineData("{|#0:a|#0}", "a", "#0@0-1")]
    [InlineData("[|a|][|b|]", "ab", "@0-1 @1-2")]
    [InlineData("[|a[|b|]c|]", "abc", "@0-3 @1-2")]
    [InlineData("[|{|ID:a|}|]", "a", "@0-1 ID@0-1")]
    [InlineData("{|A:{|B:a|}b|}", "ab", "A@0-2 B@0-1")]
    [InlineData("[|a{|X:b|]c|}", "abc", "@0-2 X@1-3")]
    [InlineData("{|#0:a{|#1:b|#0}c|#1}", "abc", "#0@0-2 #1@1-3")]
    [InlineData("{|#0:a[|b|#0}c|]", "abc", "#0@0-2 @1-3")]
    [InlineData("a[|b|]|c", "ab|c", "@1-2")]
    [InlineData("[|a||b|]", "a||b", "@0-4")]
    [InlineData("[|a[|]", "a[", "@0-2")]
    [InlineData("[|]|]", "]", "@0-1")]
    [InlineData("{|X:a[|}", "a[", "X@0-2")]
    [InlineData("x{|", "x{|", "")]
    [InlineData("{|X", "{|X", "")]
    [InlineData("int[|]? a|]", "int]? a", "@3-7")]
    public void Reads_spans(string markup, string text, string spans)
    {
        var parsed = MarkupParser.Parse(markup);
        Assert.Equal(text, parsed.Text);
        Assert.Equal(spans, string.Join(' ', parsed.Spans.Select(static s => $"{s.Name}@{s.Span.Start}-{s.Span.End}")));
    }

    [Theory]
    [InlineData("a$$b", "ab", new[] { 1 })]
    [InlineData("$$[|a|]$$", "a", new[] { 0, 1 })]
    public void Reads_positions(string markup, string text, int[] positions)
    {
        var parsed = MarkupParser.Parse(markup);
        Assert.Equal(text, parsed.Text);
        Assert.Equal(positions, parsed.Positions);
    }

    [Fact]
    public void Leaves_dollars_of_raw_strings_alone_if_asked_to()
    {
        var parsed = MarkupParser.Parse("[|$$\"\"\"a\"\"\"|]", MarkupOptions.TreatPositionIndicatorsAsCode);
        Assert.Equal("$$\"\"\"a\"\"\"", parsed.Text);
        Assert.Empty(parsed.Positions);
    }

    [Theory]
    [InlineData("[|a", "'[|' is never closed")]
    [InlineData("{|ID:a", "'{|ID:' is never closed")]
    [InlineData("{|ID:a|]", "'|]' closes nothing")]
    [InlineData("[|a|}", "'|}' closes nothing")]
    [InlineData("a|]", "'|]' closes nothing (after 'a')")]
    [InlineData("{|#0:a|#1}", "'|#1}' closes nothing")]
    [InlineData("{|#0:a|}{|#0:b|}", "'#0' is used more than once")]
    public void Says_what_is_wrong(string markup, string reason)
    {
        var exception = Assert.Throws<ArgumentException>(() => MarkupParser.Parse(markup));
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }
}
