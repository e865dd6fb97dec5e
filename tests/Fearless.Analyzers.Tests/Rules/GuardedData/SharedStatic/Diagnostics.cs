using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.SharedStatic, Fearless.CodeFixes.SharedStaticFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.SharedStaticRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_cache() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private static readonly Dictionary<string, int> {|#1:s_known|} = new();
            public static int Of(string text) => {|#0:s_known|}[text] = text.Length;
            public static void All(string[] texts) => {|#2:Parallel.ForEach(texts, text => Of(text))|};
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithLocation(2).WithArguments("s_known", "Dictionary<string, int>", "", " (the work started at line 13 reaches it)").WithProperty("Member", "s_known"));

    [Fact]
    public static Task Through_a_member_in_between() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private static readonly List<int> s_log = new();
            public static void Note(int x) => [|s_log|].Add(x);
            public static void Work(int x) => Note(x);
            public static void All(int[] xs) => Task.Run(() => Work(xs[0]));
            """));
}
