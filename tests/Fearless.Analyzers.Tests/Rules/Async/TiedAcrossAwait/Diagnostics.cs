using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.TiedAcrossAwaitRule;

public static class Diagnostics
{
    [Fact]
    public static Task The_use_and_the_type_are_named() => Rule.Check("""
        public async Task M()
        {
            var brush = Brush.Make();
            await {|#0:{|#3:LoadAsync().ConfigureAwait(false)|}|};
            {|#1:brush|}.Paint(1);
        }
        """.Replace("await {|#0:{|#3:LoadAsync().ConfigureAwait(false)|}|}", "{|#0:await LoadAsync().ConfigureAwait(false)|}"), Rule.Finding().WithLocation(0).WithLocation(1)
            .WithSpan(10, 21, 10, 26).WithArguments("brush", "Brush", "35", "it is marked [NotSend] (it belongs to its window)"));

    [Theory]
    [InlineData("using var brush = Brush.Make(); var n = [|await LoadAsync().ConfigureAwait(false)|]; _count = n;")]
    [InlineData("using (var brush = Brush.Make()) { [|await LoadAsync().ConfigureAwait(false)|]; }")]
    [InlineData("var brush = Brush.Make(); try { [|await LoadAsync().ConfigureAwait(false)|]; } catch { brush.Paint(1); }")]
    [InlineData("_count = Brush.Make().Paint([|await LoadAsync().ConfigureAwait(false)|]);")]
    [InlineData("_count = Brush.Make() switch { { Color: \"\" } => 0, var brush => brush.Paint([|await LoadAsync().ConfigureAwait(false)|]) };")]
    [InlineData("var brush = Brush.Make(); brush.Color = ([|await LoadAsync().ConfigureAwait(false)|]).ToString();")]
    [InlineData("var brush = Brush.Make(); while (_count > 0) { brush.Paint(1); [|await LoadAsync().ConfigureAwait(false)|]; }")]
    [InlineData("var brush = Brush.Make(); if (_count > 0) [|await LoadAsync().ConfigureAwait(false)|]; brush.Paint(1);")]
    [InlineData("var brush = Brush.Make(); [|await LoadAsync().ConfigureAwait(ConfigureAwaitOptions.None)|]; brush.Paint(1);")]
    [InlineData("await LoadAsync().ConfigureAwait(false); var brush = Brush.Make(); [|await LoadAsync()|]; brush.Paint(1);")]
    [InlineData("var kit = new Kit(); [|await LoadAsync().ConfigureAwait(false)|]; kit.Brush.Paint(kit.Count);")]
    [InlineData("_brush.Paint(1); [|await LoadAsync().ConfigureAwait(false)|]; _brush.Paint(1);")]
    [InlineData("var brush = Brush.Make(); [|await LoadAsync().ConfigureAwait(false)|]; Action later = () => brush.Paint(1);")]
    [InlineData("await Task.Run(async () => { var brush = Brush.Make(); [|await LoadAsync()|]; brush.Paint(1); });")]
    [InlineData("await TaskScope.RunAsync(scope => scope.Spawn(async () => { var brush = Brush.Make(); [|await LoadAsync()|]; brush.Paint(1); }));")]
    [InlineData("var brush = Brush.Make(); [|await|] foreach (var x in Many().ConfigureAwait(false)) brush.Paint(x);")]
    [InlineData("Brush brush; if (_count > 0) brush = Brush.Make(); else brush = new Brush(); [|await LoadAsync().ConfigureAwait(false)|]; brush.Paint(1);")]
    public static Task Kept_across(string body) => Rule.Check("public async Task M() { " + body + " } private static async IAsyncEnumerable<int> Many() { yield return await LoadAsync(); }");

    [Fact]
    public static Task A_parameter() => Rule.Check("public async Task<int> M(Brush brush) => [|await LoadAsync().ConfigureAwait(false)|] + brush.Paint(1);");

    [Fact]
    public static Task An_Rc() => Rule.Check("public async Task<int> M(Rc<List<int>> open) => [|await LoadAsync().ConfigureAwait(false)|] + open.Value.Count;");
}
