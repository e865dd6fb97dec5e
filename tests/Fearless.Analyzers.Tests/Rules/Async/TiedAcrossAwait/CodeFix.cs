using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.TiedAcrossAwaitRule;

public static class CodeFix
{
    [Fact]
    public static Task The_await_goes_first() => Rule.Fix("""
        public async Task M()
        {
            // Closed at the end.
            using var brush = Brush.Make();
            var n = [|await LoadAsync().ConfigureAwait(false)|];
            brush.Paint(n);
        }
        """, """
        public async Task M()
        {
            var n = await LoadAsync().ConfigureAwait(false);
            // Closed at the end.
            using var brush = Brush.Make();
            brush.Paint(n);
        }
        """);

    [Fact]
    public static Task The_last_use_goes_first() => Rule.Fix("""
        public async Task M()
        {
            var brush = Brush.Make();
            _count = brush.Paint(1);
            [|await LoadAsync().ConfigureAwait(false)|];
            brush.Dispose();
        }
        """, """
        public async Task M()
        {
            var brush = Brush.Make();
            _count = brush.Paint(1);
            brush.Dispose();
            await LoadAsync().ConfigureAwait(false);
        }
        """);

    [Fact]
    public static Task What_the_await_needs_stays()
    {
        const string Source = """
            public async Task M()
            {
                using var brush = Brush.Make();
                await Task.Delay(brush.Paint(1)).ConfigureAwait(false);
            }
            """;
        var reported = Source.Replace("await Task.Delay(brush.Paint(1)).ConfigureAwait(false)", "[|await Task.Delay(brush.Paint(1)).ConfigureAwait(false)|]");
        return Rule.Fix(reported, reported);
    }
}
