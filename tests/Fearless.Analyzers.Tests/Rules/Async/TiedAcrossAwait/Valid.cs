using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.TiedAcrossAwaitRule;

public static class Valid
{
    [Theory]
    [InlineData("var brush = Brush.Make(); await LoadAsync(); brush.Paint(1);")]
    [InlineData("var brush = Brush.Make(); await LoadAsync().ConfigureAwait(true); brush.Paint(1);")]
    [InlineData("var brush = Brush.Make(); await LoadAsync().ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext); brush.Paint(1);")]
    [InlineData("var brush = Brush.Make(); brush.Paint(1); await LoadAsync().ConfigureAwait(false);")]
    [InlineData("using (var brush = Brush.Make()) { brush.Paint(1); } await LoadAsync().ConfigureAwait(false);")]
    [InlineData("await LoadAsync().ConfigureAwait(false); using var brush = Brush.Make(); brush.Paint(1);")]
    [InlineData("while (_count > 0) { var brush = Brush.Make(); brush.Paint(1); await LoadAsync().ConfigureAwait(false); }")]
    [InlineData("var brush = Brush.Make(); await LoadAsync().ConfigureAwait(false); brush = Brush.Make(); brush.Paint(1);")]
    [InlineData("var n = Brush.Make().Paint(1) + await LoadAsync().ConfigureAwait(false);")]
    [InlineData("var n = await LoadAsync().ConfigureAwait(false); _count = Brush.Make() switch { { Color: \"\" } => 0, var brush => brush.Paint(n) };")]
    [InlineData("var brush = Brush.Make(); if (_count > 0) { await LoadAsync().ConfigureAwait(false); return; } brush.Paint(1);")]
    [InlineData("var kit = new List<int>(); await LoadAsync().ConfigureAwait(false); kit.Add(1);")]
    [InlineData("await LoadAsync().ConfigureAwait(false); t_brush = Brush.Make(); t_brush.Paint(1);")]
    [InlineData("var brush = Brush.Make(); await Task.CompletedTask; brush.Paint(1);")]
    [InlineData("await Task.Run(() => { var brush = Brush.Make(); brush.Paint(1); }).ConfigureAwait(false);")]
    public static Task Not_kept_or_on_its_context(string body) => Rule.Check("public async Task M() { " + body + " }");

    [Fact]
    public static Task A_guard_has_a_rule_of_its_own() => Rule.Check(
        "private readonly AsyncMutex<int> _lock = new(0); public async Task M() { using var guard = await _lock.LockAsync(); await LoadAsync().ConfigureAwait(false); guard.Value++; }");
}
