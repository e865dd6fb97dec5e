using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.ContradictoryMarkers, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ContradictoryMarkersRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("[Send, {|FEAR1006:NotSend|}] public sealed class C { }")]
    [InlineData("[{|FEAR1006:NotSync(\"x\")|}] [AssumeSync(\"y\")] public sealed class C { }")]
    [InlineData("[Sync, {|FEAR1006:ThreadAffine(\"ui\")|}] public sealed class C { }")]
    [InlineData("[Send] public interface I { } [{|FEAR1006:NotSend|}] public sealed class C : I { }")]
    public static Task Reported(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));

    [Fact]
    public static Task The_message_names_both() => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("[Send, {|#0:NotSend|}] public sealed class C { }"),
        VerifyCS.Diagnostic("FEAR1006").WithLocation(0).WithMessage("'C' is marked [NotSend], which contradicts [Send]"));
}
