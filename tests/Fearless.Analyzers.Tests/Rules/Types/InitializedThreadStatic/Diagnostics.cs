using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.InitializedThreadStatic, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.InitializedThreadStaticRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("[ThreadStatic] private static int {|FEAR1005:s_x|} = 5;")]
    [InlineData("[ThreadStatic] private static List<int> {|FEAR1005:s_x|} = new();")]
    [InlineData("[System.ThreadStaticAttribute] internal static bool {|FEAR1005:s_x|} = true, s_y;")]
    [InlineData("[ThreadStatic] private int {|FEAR1010:_x|};")]
    [InlineData("[ThreadStatic] private int {|FEAR1010:_x|} = 5;")]
    public static Task Reported(string member) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With("public class C { " + member + " }"));

    [Fact]
    public static Task The_message_shows_the_value() => VerifyCS.VerifyAnalyzerAsync(
        TypeSources.With("public static class C { [ThreadStatic] private static int {|#0:s_left|} = {|#1:5|}; }"),
        VerifyCS.Diagnostic("FEAR1005").WithLocation(0).WithLocation(1).WithMessage(
            "'s_left' is '5' on the first thread only: the initializer runs once, and every other thread starts with the default"));
}
