using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.SharedStatic, Fearless.CodeFixes.SharedStaticFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.SharedStaticRule;

public static class Valid
{
    [Fact]
    public static Task Nothing_is_started() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private static readonly Dictionary<string, int> s_known = new();
        public static int Of(string text) => s_known[text] = text.Length;
        """));

    [Fact]
    public static Task Under_a_static_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private static readonly Dictionary<string, int> s_known = new();
        public static int Of(string text) { lock (s_known) return s_known[text] = text.Length; }
        public static void All(string[] texts) => Parallel.ForEach(texts, text => Of(text));
        """));

    [Fact]
    public static Task Only_read() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private static readonly Dictionary<string, int> s_known = new() { ["a"] = 1 };
        public static int Of(string text) => s_known[text];
        public static void All(string[] texts) => Parallel.ForEach(texts, text => Of(text));
        """));

    [Fact]
    public static Task One_for_each_thread() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        [ThreadStatic] private static List<int>? s_own;
        public static void Add(int x) => (s_own ??= new List<int>()).Add(x);
        public static void All(int[] xs) => Parallel.ForEach(xs, x => Add(x));
        """));

    [Fact]
    public static Task Work_never_comes_there() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private static readonly List<int> s_log = new();
        public static void Note(int x) => s_log.Add(x);
        public static void All(int[] xs) => Parallel.ForEach(xs, x => Console.WriteLine(x));
        """));

    [Fact]
    public static Task A_hash_that_is_computed_once() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private sealed class Name(string text)
        {
            private int _hash;
            public bool Same(string other) => Hash() == other.Length;
            private int Hash()
            {
                var hash = _hash;
                if (hash == 0)
                    _hash = hash = text.Length;
                return hash;
            }
        }
        private static readonly Name s_none = new("none");
        public static bool Is(string text) => s_none.Same(text);
        public static void All(string[] texts) => Parallel.ForEach(texts, text => Is(text));
        """));

    [Fact]
    public static Task Jobs_that_run_one_at_a_time() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private sealed class DisallowConcurrentExecutionAttribute : Attribute;
        private static readonly List<int> s_seen = new();
        [DisallowConcurrentExecution]
        private sealed class Job { public void Execute(int x) => s_seen.Add(x); }
        public static void All(int[] xs) => Parallel.ForEach(xs, x => new Job().Execute(x));
        """));
}
