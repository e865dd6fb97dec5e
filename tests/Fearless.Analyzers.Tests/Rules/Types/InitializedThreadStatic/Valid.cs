using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.InitializedThreadStatic, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.InitializedThreadStaticRule;

public static class Valid
{
    [Theory]
    [InlineData("[ThreadStatic] private static int s_x;")]
    [InlineData("[ThreadStatic] private static int s_x = 0;")]
    [InlineData("[ThreadStatic] private static string? s_x = null;")]
    [InlineData("[ThreadStatic] private static string s_x = null!;")]
    [InlineData("[ThreadStatic] private static int s_x = default;")]
    [InlineData("private static int s_x = 5;")]
    [InlineData("private static readonly ThreadLocal<int> s_x = new(() => 5);")]
    public static Task Silent(string member) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With("public sealed class C { " + member + " }"));
}
