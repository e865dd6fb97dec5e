using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnboundTypeParameter, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnboundTypeParameterRule;

public static class Valid
{
    [Theory]
    [InlineData("public static class P { public static void M<[Sync] T>(T x) => Need.Sync(x); }")]
    [InlineData("public static class P { public static void M<[Send] T>([Moved] T x) => Threads.Spawn(() => Console.WriteLine(x)); }")]
    [InlineData("[Send] public interface I { } public static class P { public static void M<T>([Moved] T x) where T : I => Threads.Spawn(() => Console.WriteLine(x)); }")]
    [InlineData("public static class P { public static void M<T>(T x) => Task.Run(() => Console.WriteLine(x)); }")]
    [InlineData("public static class P { public static void M<T>(T x) where T : struct, Enum => Need.Sync(x); }")]
    [InlineData("public static class P { public static void M<T>(T x) => Threads.Spawn(() => Console.WriteLine(typeof(T))); }")]
    public static Task Silent(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));
}
