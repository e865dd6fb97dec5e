using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;

namespace Fearless.Analyzers.Tests.CatalogMistakeRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_mistake_is_reported_on_its_line()
    {
        var test = new CSharpAnalyzerTest<Analyzers.CatalogMistake, DefaultVerifier> { TestCode = "class C { }" };
        test.TestState.AdditionalFiles.Add(("own.fearless.txt", "# mine\nin My.Space\nCache  sned\n"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("FEAR1008", DiagnosticSeverity.Warning)
            .WithSpan("own.fearless.txt", 3, 8, 3, 12)
            .WithMessage("'sned' is no fact; facts are send, sync, notsend, notsync, notreadable, affine(thread), reads(members) and why(text), and about calls concurrent, work, inturn, setup, spawns, repeats, serves, shares, perrequest (members) and percall"));
        return test.RunAsync();
    }
}
