using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing.Tests.Fakes;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing.Tests;

public sealed class AnalyzerRobustnessTests
{
    [Fact]
    public Task Accepts_an_analyzer_that_never_throws() =>
        AnalyzerRobustness.VerifyAsync(new LowerCaseTypeAnalyzer(), new EmptyDiagnosticAnalyzer());

    [Fact]
    public Task Finds_a_crash() => Failing.Async(
        () => AnalyzerRobustness.VerifyAsync(new LowerCaseTypeAnalyzer(), new NeedsClosedBracesAnalyzer()),
        "An analyzer crashes: AD0001", "NeedsClosedBracesAnalyzer", "Source:\nusing ; namespace ;");

    [Fact]
    public async Task Finds_a_crash_in_mutilated_code()
    {
        await AnalyzerRobustness.VerifySourceAsync("class C { }", new NeedsClosedBracesAnalyzer());
        await Failing.Async(() => AnalyzerRobustness.VerifyMutilatedAsync("class C { }", 1, new NeedsClosedBracesAnalyzer()), "An analyzer crashes: AD0001");
    }
}
