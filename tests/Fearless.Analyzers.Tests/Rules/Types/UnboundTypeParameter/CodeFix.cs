using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<Fearless.Analyzers.UnboundTypeParameter, Fearless.CodeFixes.UnboundTypeParameterFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnboundTypeParameterRule;

public static class CodeFix
{
    [Theory]
    [InlineData("<{|FEAR1004:T|}>(T x) => Need.Sync(x);", "<[Sync] T>(T x) => Need.Sync(x);")]
    [InlineData("<[Send] {|FEAR1004:T|}>(T x) => Need.Sync(x);", "<[Send, Sync] T>(T x) => Need.Sync(x);")]
    [InlineData("<A, {|FEAR1004:T|}>(A a, [Moved] T x) => Threads.Spawn(() => Console.WriteLine(x));", "<A, [Send] T>(A a, [Moved] T x) => Threads.Spawn(() => Console.WriteLine(x));")]
    public static Task Fixed(string rest, string repaired) => VerifyCS.VerifyCodeFixAsync(Method(rest), Method(repaired));

    private static string Method(string rest) => TypeSources.With("public static class P { public static void M" + rest + " }");
}
