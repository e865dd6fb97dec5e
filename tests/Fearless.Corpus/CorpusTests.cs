using System;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.Corpus;

public sealed class CorpusTests(CorpusRun run, ITestOutputHelper output) : IClassFixture<CorpusRun>
{
    [Fact]
    public void Every_case_compiles() => Assert.True(run.CompileErrors.Count == 0, string.Join(Environment.NewLine, run.CompileErrors));

    [Fact]
    public void No_analyzer_crashes() => Assert.True(run.Crashes.Count == 0, string.Join(Environment.NewLine, run.Crashes));

    [Fact]
    public void Verdicts_are_the_accepted_ones()
    {
        foreach (var line in Totals.Of(run.Verdicts))
            output.WriteLine(line);

        var changes = Golden.Compare(run.Verdicts);
        Assert.True(
            changes.Count == 0,
            $"""
            The verdicts differ from golden.txt (- accepted, + now). If that is what you meant: FEARLESS_ACCEPT=1 dotnet test tests/Fearless.Corpus
            {string.Join(Environment.NewLine, changes)}
            """);
    }
}
