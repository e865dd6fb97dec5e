using System.Linq;
using System.Threading.Tasks;
using Fearless.Testing;
using Xunit;

namespace Fearless.Analyzers.Tests.FailedAnalysisRule;

public static class Valid
{
    /// <summary>Nothing is known about it; that is no failure.</summary>
    [Fact]
    public static async Task Code_that_is_nested_too_deeply()
    {
        var compilation = InProcessBuild.Compile("Deep", [InProcessBuild.Parse("class C { int TooDeep() => 1; int Sound() => 2; }", "Deep.cs")]);
        var result = await InProcessBuild.BuildAsync(compilation, [new FailingAnalyzer()]);
        Assert.DoesNotContain(result.Findings, static d => d.Id is "FEAR9001" or "AD0001");
        Assert.Contains(result.Findings, static d => d.Id == "FEAR6003" && d.GetMessage().Contains("Sound"));
    }
}
