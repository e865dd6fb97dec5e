using System;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Metamorphic.Frame;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.Metamorphic;

/// <summary>A sample of the trials; all of them are run by Program, and are in golden.txt.</summary>
public sealed class MetamorphicTests(ITestOutputHelper output)
{
    private const int OneIn = 8;

    [Fact]
    public async Task Other_spellings_get_the_same_verdict()
    {
        var run = await Run.OfAsync(static (transformation, @case) => StableHash.Of(@case + transformation) % OneIn == 0);
        foreach (var line in Table.Of(run))
            output.WriteLine(line);

        var lost = run.Where(static t => !t.Holds).Select(static t => t.ToString()).ToList();
        Assert.True(Table.Share(run) >= Bars.OverAll, $"{Table.Share(run):P1} of the verdicts hold\n{string.Join(Environment.NewLine, lost)}");
    }

    [Fact]
    public void Names_are_unique_and_preconditions_are_stated()
    {
        Assert.Equal(TransformationCatalog.All.Count, TransformationCatalog.All.Select(static t => t.Name).Distinct().Count());
        Assert.All(TransformationCatalog.All, static t => Assert.False(string.IsNullOrWhiteSpace(t.Precondition)));
    }
}
