using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnboundTypeParameter, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnboundTypeParameterRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("public static class P { public static void M<{|FEAR1004:T|}>(T x) => Need.Sync(x); }")]
    [InlineData("public static class P { public static void M<{|FEAR1004:T|}>(T x) { Need.Sync(x); Need.Sync<T>(x); Need.Sync(ImmutableArray.Create(x)); } }")]
    [InlineData("public static class P { public static void M<{|FEAR1004:T|}>([Moved] T x) => Threads.Spawn(() => Console.WriteLine(x)); }")]
    [InlineData("public sealed class Box<[Send] T> { } public sealed class C<{|FEAR1004:T|}> { public Box<T>? X; }")]
    [InlineData("public static class P { public static void M() { void Local<{|FEAR1004:T|}>(T x) => Need.Send(x); Local(1); } }")]
    public static Task Reported(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));

    [Fact]
    public static Task The_message_shows_the_first_use() => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("public static class P { public static void M<{|#0:T|}>(T x) { Need.{|#1:Sync|}(x); Need.Sync(x); } }"),
        VerifyCS.Diagnostic("FEAR1004").WithLocation(0).WithLocation(1).WithMessage(
            "'T' must be Sync, because 'Sync' asks for it (line 8), but nothing says so: mark it [Sync]"));
}
