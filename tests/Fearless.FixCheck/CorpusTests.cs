using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.FixCheck;

/// <summary>
/// Every action that is offered in the corpus does what it says, and nothing else; but for as many as were bad when the rules of areas 5 and 7
/// and the regions came in. The number may only fall.
/// </summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("plain", 5)]
    [InlineData("commented", 11)]
    public async Task Every_action_is_right(string name, int known)
    {
        var (outcomes, coverage) = await FixRun.RunAsync(CorpusSubjects.Load(), Variant.All.Single(variant => variant.Name == name));
        foreach (var line in coverage.Lines(withPlaces: false))
            output.WriteLine(line);
        Assert.True(outcomes.Count(static outcome => outcome.IsBad) <= known, string.Join(Environment.NewLine, Report.Lines(outcomes)));
    }
}
