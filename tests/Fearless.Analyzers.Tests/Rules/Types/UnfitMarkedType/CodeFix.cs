using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<Fearless.Analyzers.UnfitMarkedType, Fearless.CodeFixes.UnfitMarkedTypeFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnfitMarkedTypeRule;

public static class CodeFix
{
    [Theory]
    [InlineData("private int {|FEAR1001:_x|} = 1; public int X => _x;", "private readonly int _x = 1; public int X => _x;")]
    [InlineData("private string {|FEAR1001:_x|}; public C(string x) { _x = x; }", "private readonly string _x; public C(string x) { _x = x; }")]
    [InlineData("public int {|FEAR1001:X|} { get; private set; } = 1;", "public int X { get; } = 1;")]
    [InlineData(
        "private int {|FEAR1001:_x|}; public void M() => _x = 1;",
        "[AssumeSync(\"say here what keeps it safe\")]\n    private int _x; public void M() => _x = 1;")]
    [InlineData(
        "private readonly List<int> {|FEAR1001:_x|} = new();",
        "[AssumeSync(\"say here what keeps it safe\")]\n    private readonly List<int> _x = new();")]
    public static Task Fixed(string members, string repaired) =>
        VerifyCS.VerifyCodeFixAsync(Class(members), Class(repaired));

    [Fact]
    public static Task A_base_cannot_be_vouched_for()
    {
        var source = TypeSources.With("[Sync] public sealed class C : {|FEAR1001:System.IO.MemoryStream|} { }");
        return VerifyCS.VerifyCodeFixAsync(source, source);
    }

    private static string Class(string members) => TypeSources.With("[Sync] public sealed class C\n{\n    " + members + "\n}\n");
}
