using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnfitClosure, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnfitClosureRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("var list = new List<int>(); S f = () => {|FEAR1009:list|}.Add(1);")]
    [InlineData("var tied = new Tied(); G f = () => Console.WriteLine({|FEAR1009:tied|});")]
    [InlineData("var list = new List<int>(); S f = {|FEAR1009:list.Clear|};")]
    [InlineData("IDisposable d = null!; G f = () => {|FEAR1009:d|}.Dispose();")]
    public static Task Reported(string body) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(
        "[Sync] public delegate void S(); [Send] public delegate void G(); public static class P { public static void M() { " + body + " } }"));

    [Fact]
    public static Task The_message_shows_what_is_captured() => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("[Sync] public delegate void S(); public sealed class Log { private readonly List<int> _x = new(); public S Make() => () => {|#0:_x|}.Add(1); }"),
        VerifyCS.Diagnostic("FEAR1009").WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage(
            "'this' (Log) is not Sync, but is captured by a closure that becomes a 'S', which promises it: Log._x is of type List<int>, which changes without a lock"));
}
