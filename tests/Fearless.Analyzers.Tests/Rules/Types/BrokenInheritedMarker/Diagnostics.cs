using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnfitMarkedType, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.BrokenInheritedMarkerRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("[Sync] public interface I { } public sealed class C : I { public List<int> {|FEAR1002:X|} = new(); }")]
    [InlineData("[Send] public interface I { } public interface J : I { } public sealed class C : J { public Tied {|FEAR1002:X|} = new(); }")]
    [InlineData("[Sync] public abstract class B { } public class C : B { private int {|FEAR1002:_x|}; public void M() => _x++; }")]
    [InlineData("[Sync] public interface I { } public struct S : I { public int[] {|FEAR1002:X|}; }")]
    public static Task Reported(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));

    [Fact]
    public static Task The_message_names_where_the_marker_comes_from() => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("[Sync] public interface {|#1:I|} { } public sealed class C : I { public int[] {|#0:X|} = []; }"),
        VerifyCS.Diagnostic("FEAR1002").WithLocation(0).WithLocation(1).WithMessage(
            "'C' inherits [Sync] from 'I', but is not Sync: C.X changes without a lock"));
}
