using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.ContradictoryMarkers, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ContradictoryMarkersRule;

public static class Valid
{
    [Theory]
    [InlineData("[Send, Sync] public sealed class C { }")]
    [InlineData("[Send, NotSync] public sealed class C { }")]
    [InlineData("[AssumeSend(\"a handle\"), NotSync(\"one consumer\")] public sealed class C { }")]
    [InlineData("[ThreadAffine(\"ui\"), NotSend] public sealed class C { }")]
    public static Task Silent(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));
}
