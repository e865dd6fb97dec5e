using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.FixCheck;

/// <summary>Every action that is offered in the corpus does what it says, and nothing else.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("plain")]
    [InlineData("commented")]
    public async Task Every_action_is_right(string name)
    {
        var (outcomes, coverage) = await FixRun.RunAsync(CorpusSubjects.Load(), Variant.All.Single(variant => variant.Name == name));
        foreach (var line in coverage.Lines(withPlaces: false))
            output.WriteLine(line);
        Assert.True(outcomes.All(static outcome => !outcome.IsBad), string.Join(Environment.NewLine, Report.Lines(outcomes)));
    }
}
