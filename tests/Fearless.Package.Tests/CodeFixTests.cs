using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Fearless.Package.Tests;

[Collection(nameof(ScratchProjects))]
public sealed class CodeFixTests(ScratchProjects scratch)
{
    [Fact]
    public async Task Dotnet_format_applies_the_fixes_and_leaves_what_is_expected()
    {
        var rules = Sarif.HelpLinks(scratch.Log("Fixed")).Keys.Order().ToArray();
        Assert.NotEmpty(rules);

        // One run applies one kind of fix for each rule: those of another kind are the business of the next.
        for (var run = 0; run < 2; run++)
            (await scratch.RunAsync(["format", "analyzers", "Fixed", "--no-restore", "--severity", "info", "--diagnostics", .. rules])).AssertSuccess();
        (await scratch.RebuildAsync("Fixed")).AssertSuccess();
        Assert.Equal(scratch.Expected("Fixed"), Sarif.Findings(scratch.Log("Fixed")));
    }
}
