using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnmetTypeBound, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnmetBoundRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("Need.Sync({|FEAR1003:new List<int>()|});")]
    [InlineData("Need.Sync<{|FEAR1003:List<int>|}>(new());")]
    [InlineData("Need.Send({|FEAR1003:(1, new Tied())|});")]
    [InlineData("Need.Send({|FEAR1003:new Tied()|});")]
    [InlineData("Action<Tied> f = Need.{|FEAR1003:Send|};")]
    [InlineData("Box<{|FEAR1003:Tied|}>? b = null;")]
    [InlineData("List<Box<{|FEAR1003:Tied|}>>? b = null;")]
    [InlineData("var b = new Box<{|FEAR1003:Tied|}>();")]
    [InlineData("_ = typeof(Box<{|FEAR1003:Tied|}>);")]
    [InlineData("Need.Send({|FEAR1003:(IDisposable)null!|});")]
    [InlineData("Need.Send({|FEAR1003:(object)1|});")]
    [InlineData("var m = new Mutex<{|FEAR1003:Tied|}>(new());")]
    [InlineData("void Local<[Sync] T>(T x) { } Local({|FEAR1003:new Cell()|});")]
    public static Task In_bodies(string body) => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("public sealed class Box<[Send] T> { } public static class P { public static void M() { " + body + " } }"));

    [Theory]
    [InlineData("public sealed class C { public Box<{|FEAR1003:Tied|}>? X; }")]
    [InlineData("public sealed class C : Base<{|FEAR1003:Tied|}> { }")]
    [InlineData("public static class C { public static Box<{|FEAR1003:Tied|}>? M(Box<{|FEAR1003:Tied|}> x) => x; }")]
    [InlineData("public delegate Box<{|FEAR1003:Tied|}> D();")]
    public static Task In_signatures(string source) => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("public sealed class Box<[Send] T> { } public class Base<[Send] T> { } " + source));

    [Fact]
    public static Task The_message_names_argument_parameter_and_chain() => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("public sealed class {|#2:Parcel|} { private readonly Tied {|#1:_form|} = new(); } public static class P { public static void M() => Need.Send({|#0:new Parcel()|}); }"),
        VerifyCS.Diagnostic("FEAR1003").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "'Parcel' is not Send, which 'T' of 'Send' must be: Parcel._form is of type Tied, which is marked [NotSend] (tied to its thread)"));
}
