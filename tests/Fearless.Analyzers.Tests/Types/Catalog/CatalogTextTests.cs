using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers.Types;
using Xunit;

namespace Fearless.Analyzers.Tests.Types;

public sealed class CatalogTextTests
{
    [Fact]
    public void Names_facts_namespaces_comments_and_continued_lines()
    {
        var entries = Read(
            """
            # a comment
            in My.Space

            Outer<T>.Inner  send(T) notsync
                reads(Count, this[])   # a comment in between
                reads(Peek) why(it counts almost)
            Form affine(ui)
            """);
        Assert.Equal(["My.Space.Outer`1.Inner", "My.Space.Form"], entries.Select(static e => e.Name));
        var inner = entries[0];
        Assert.Equal((Verdict.Yes, Verdict.No, "it counts almost"), (inner.Send.Verdict, inner.Sync.Verdict, inner.Reason));
        Assert.Equal(0, Assert.Single(inner.Send.Arguments));
        Assert.True(inner.IsRead("Count") && inner.IsRead("this[]") && inner.IsRead("Peek"));
        Assert.False(inner.IsRead("Add"));
        Assert.Equal(("ui", Verdict.No, Verdict.No), (entries[1].Thread, entries[1].Send.Verdict, entries[1].Sync.Verdict));
    }

    [Fact]
    public void One_line_may_be_about_several_types() =>
        Assert.Equal(["A.B", "C`2"], Read("A.B,\n  C<X, Y>  send sync\n").Select(static e => e.Name));

    [Theory]
    [InlineData("  A send", "  A send", "a line that starts with white space continues an entry, but there is none above it")]
    [InlineData("A", "A", "nothing is said about this type: add 'send', 'notsend', 'sync', 'notsync' or 'reads(…)'")]
    [InlineData("A<T send", "s", "the name of a type is expected here, such as 'My.Namespace.Cache<T>'")]
    [InlineData("A sned", "sned", "'sned' is no fact; facts are send, sync, notsend, notsync, notreadable, affine(thread), reads(members) and why(text), and about calls concurrent, work, inturn, setup, spawns, repeats, serves, shares, perrequest (members) and percall")]
    [InlineData("A<T> send(U)", "send", "'U' is no type parameter of 'A`1'")]
    [InlineData("A send notsend", "notsend", "'A' is said to be Send, or not, twice")]
    [InlineData("A reads(Count", "reads", "the parenthesis after 'reads' is never closed")]
    [InlineData("A reads(Count,)", "reads", "there is a comma too many in 'reads'")]
    [InlineData("A affine", "affine", "'affine' names a thread: affine(ui)")]
    [InlineData("A notsend(x)", "notsend", "'notsend' takes nothing in parentheses; a reason is written why(…)")]
    [InlineData("in", "in", "'in' is followed by a namespace")]
    [InlineData("A send !", "!", "'this' is no fact; facts are send, sync, notsend, notsync, notreadable, affine(thread), reads(members) and why(text), and about calls concurrent, work, inturn, setup, spawns, repeats, serves, shares, perrequest (members) and percall")]
    public void A_mistake_is_reported_where_it_stands(string text, string place, string message)
    {
        var problems = new List<CatalogProblem>();
        CatalogText.Read(text, problems);
        var problem = Assert.Single(problems);
        Assert.Equal((message, place), (problem.Message, text.Substring(problem.Span.Start, problem.Span.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("#")]
    [InlineData("\n\n   \n")]
    [InlineData("<")]
    [InlineData("A<")]
    [InlineData("A<>")]
    [InlineData(",")]
    [InlineData("A,")]
    [InlineData("A send(")]
    [InlineData("A )(")]
    public void Odd_text_never_throws(string text) => CatalogText.Read(text, []);

    private static List<CatalogEntry> Read(string text)
    {
        var problems = new List<CatalogProblem>();
        var entries = CatalogText.Read(text, problems);
        Assert.Empty(problems.Select(static p => p.Message));
        return entries;
    }
}
