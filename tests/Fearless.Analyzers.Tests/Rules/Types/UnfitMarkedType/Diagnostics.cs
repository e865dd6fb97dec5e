using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnfitMarkedType, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnfitMarkedTypeRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("[Sync] public sealed class C { private readonly List<int> {|FEAR1001:_x|} = new(); }")]
    [InlineData("[Sync] public sealed class C { private int {|FEAR1001:_x|}; public void M() => _x++; }")]
    [InlineData("[Sync] public sealed class C { public int {|FEAR1001:X|} { get; set; } }")]
    [InlineData("[Sync] public sealed class C(string {|FEAR1001:name|}) { public string Name() => name; }")]
    [InlineData("[Sync] public sealed record R(string A, List<int> {|FEAR1001:B|});")]
    [InlineData("[Sync] public sealed class C { public event EventHandler? {|FEAR1001:Changed|}; }")]
    [InlineData("[Send] public sealed class C { private readonly Tied {|FEAR1001:_x|} = new(); }")]
    [InlineData("[Send, Sync] public sealed class C { private readonly Tied {|FEAR1001:_x|} = new(); }")]
    [InlineData("[Sync] public sealed class C<T> { private readonly T {|FEAR1001:_x|}; public C(T x) => _x = x; }")]
    [InlineData("public abstract class B { private int _x; public void M() => _x++; } [Sync] public sealed class C : {|FEAR1001:B|} { }")]
    [InlineData("[Sync] public sealed class C : {|FEAR1001:System.IO.MemoryStream|} { }")]
    [InlineData("[Sync] public abstract class B { public int {|FEAR1001:X|}; } [Sync] public sealed class C : B { }")]
    [InlineData("[Send] public struct S { public Tied {|FEAR1001:X|}; }")]
    public static Task Reported(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));

    [Fact]
    public static Task The_message_shows_the_chain() => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("public sealed class Cache { private readonly Dictionary<string, int> {|#1:_entries|} = new(); } [Sync] public sealed class Session { private readonly Cache {|#0:_cache|} = new(); }"),
        VerifyCS.Diagnostic("FEAR1001").WithLocation(0).WithLocation(1).WithMessage(
            "'Session' is marked [Sync], but is not Sync: Session._cache -> Cache._entries is of type Dictionary<string, int>, which changes without a lock"));

    [Fact]
    public static Task What_is_only_unknown_says_what_to_do() => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("public class Open { } [Sync] public sealed class C { private readonly Open {|#0:_x|}; public C(Open x) => _x = x; }"),
        VerifyCS.Diagnostic("FEAR1001").WithLocation(0).WithMessage(
            "'C' is marked [Sync], but is not known to be Sync: C._x is of type Open, which is neither sealed nor marked, and a derived class may be anything; seal it, or mark it [Sync]")
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
}
