using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnfitMarkedType, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.BrokenInheritedMarkerRule;

public static class Valid
{
    [Theory]
    [InlineData("[Sync] public interface I { } public sealed class C : I { private readonly int _x; }")]
    [InlineData("[Send] public interface I { } public sealed class C : I { public List<int> X = new(); }")]
    [InlineData("[Sync] public interface I { } [AssumeSync(\"why\")] public sealed class C : I { public List<int> X = new(); }")]
    [InlineData("[Sync] public abstract class B { } public class C : B { private readonly string _x = \"\"; }")]
    public static Task Silent(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));
}
