using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ThreadAffineUseRule;

public static class CodeFix
{
    [Fact]
    public static Task The_member_is_marked() => Rule.Fix("""
            [ThreadAffine("ui")] private int _percent;

            // On click.
            public void Set(int percent)
            {
                [|_percent|] = percent;
            }
        """, """
            [ThreadAffine("ui")] private int _percent;

            // On click.
            [ThreadAffine("ui")]
            public void Set(int percent)
            {
                _percent = percent;
            }
        """);

    [Fact]
    public static Task Work_cannot_be_marked()
    {
        const string Source = """
                private readonly Label _label = new();
                public void M() => Task.Run(() => { _label.[|Text|] = "x"; });
            """;
        return Rule.Fix(Source, Source);
    }
}
