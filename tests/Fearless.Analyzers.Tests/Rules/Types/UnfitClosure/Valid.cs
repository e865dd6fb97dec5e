using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnfitClosure, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnfitClosureRule;

public static class Valid
{
    [Theory]
    [InlineData("S f = () => { };")]
    [InlineData("var x = 1; S f = () => Console.WriteLine(x);")]
    [InlineData("S f = () => { var list = new List<int>(); list.Add(1); };")]
    [InlineData("var list = new List<int>(); G f = () => list.Add(1);")]
    [InlineData("var tied = new Tied(); Action f = () => Console.WriteLine(tied);")]
    [InlineData("S f = Console.WriteLine;")]
    public static Task Silent(string body) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(
        "[Sync] public delegate void S(); [Send] public delegate void G(); public static class P { public static void M() { " + body + " } }"));
}
