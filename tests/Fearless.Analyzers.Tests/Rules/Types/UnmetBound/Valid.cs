using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnmetTypeBound, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnmetBoundRule;

public static class Valid
{
    [Theory]
    [InlineData("Need.Send(new List<int>()); Need.Sync(1); Need.Sync(ImmutableArray.Create(1));")]
    [InlineData("Need.Sync<string>(\"\"); Action<string> f = Need.Sync;")]
    [InlineData("_ = nameof(Box<Tied>); _ = typeof(Box<>);")]
    [InlineData("var m = new Mutex<List<int>>(new());")]
    public static Task Silent(string body) => VerifyCS.VerifyAnalyzerAsync(Method(body.Replace("nameof(Box<Tied>)", "nameof(Box<int>)", System.StringComparison.Ordinal)));

    [Fact]
    public static Task Parameters_with_the_same_bound_fit() => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(
        "public static class P { public static void M<[Sync] T>(T x) { Need.Sync(x); Need.Sync<ImmutableArray<T>>(ImmutableArray.Create(x)); } }"));

    [Fact]
    public static Task An_unbound_parameter_is_reported_at_its_declaration_by_another_rule() => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(
        "public static class P { public static void M<T>(T x) => Need.Sync(x); }"));

    private static string Method(string body) => TypeSources.With("public sealed class Box<[Send] T> { } public static class P { public static void M() { " + body + " } }");
}
