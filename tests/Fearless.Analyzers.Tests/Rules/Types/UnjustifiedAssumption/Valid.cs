using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.ContradictoryMarkers, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnjustifiedAssumptionRule;

public static class Valid
{
    [Fact]
    public static Task Silent() => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(
        "[AssumeSend(\"why\")] public sealed class C { [AssumeSync(\"set once\")] private int _x; public int X => _x; }"));
}
