using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Fearless.Package.Tests;

[Collection(nameof(ScratchProjects))]
public sealed class CodeFixTests(ScratchProjects scratch)
{
    [Fact]
    public async Task Dotnet_format_applies_the_fixes_and_what_comes_out_builds_silently()
    {
        var rules = Sarif.HelpLinks(scratch.Log("Fixed")).Keys.Order().ToArray();
        Assert.NotEmpty(rules);

        var format = await scratch.RunAsync(["format", "analyzers", "Fixed", "--no-restore", "--severity", "info", "--diagnostics", .. rules]);
        format.AssertSuccess();
        (await scratch.RebuildAsync("Fixed")).AssertSuccess();
        Assert.Empty(Sarif.Findings(scratch.Log("Fixed")));
    }
}
