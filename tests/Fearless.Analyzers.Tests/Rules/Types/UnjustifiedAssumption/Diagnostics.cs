using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.ContradictoryMarkers, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnjustifiedAssumptionRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("[{|FEAR1007:AssumeSend(\"\")|}] public sealed class C { }")]
    [InlineData("public sealed class C { [{|FEAR1007:AssumeSync(\" \")|}] public int X; }")]
    [InlineData("public sealed class C { [{|FEAR1007:AssumeSync(\"\")|}] public int X { get; set; } }")]
    [InlineData("public sealed class C([{|FEAR1007:AssumeSync(\"\")|}] int x) { public int X() => x; }")]
    public static Task Reported(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));
}
