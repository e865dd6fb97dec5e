using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.SharedStatic, Fearless.CodeFixes.SharedStaticFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.SharedStaticRule;

public static class CodeFix
{
    [Fact]
    public static Task Random() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private static readonly Random s_random = new();
            public static int Next() => [|s_random|].Next();
            public static void All(int[] xs) => Parallel.ForEach(xs, x => Next());
            """),
        GuardedSource.Class("""
            private static readonly Random s_random = new();
            public static int Next() => Random.Shared.Next();
            public static void All(int[] xs) => Parallel.ForEach(xs, x => Next());
            """));

    [Fact]
    public static Task A_concurrent_type() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private static readonly Dictionary<string, int> s_known = new();
            public static int Of(string text) => [|s_known|][text] = text.Length;
            public static void All(string[] texts) => Parallel.ForEach(texts, text => Of(text));
            """),
        GuardedSource.Class("""
            private static readonly ConcurrentDictionary<string, int> s_known = new();
            public static int Of(string text) => s_known[text] = text.Length;
            public static void All(string[] texts) => Parallel.ForEach(texts, text => Of(text));
            """));

    [Fact]
    public static Task A_lock_where_that_would_not_compile() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private static readonly Dictionary<string, int> s_known = new();
            public static void Of(string text) => [|s_known|].Add(text, 1);
            public static void All(string[] texts) => Parallel.ForEach(texts, text => Of(text));
            """),
        GuardedSource.Class("""
            private static readonly Lock s_gate = new();
            private static readonly Dictionary<string, int> s_known = new();
            public static void Of(string text)
            {
                lock (s_gate)
                {
                    s_known.Add(text, 1);
                }
            }
            public static void All(string[] texts) => Parallel.ForEach(texts, text => Of(text));
            """));
}
