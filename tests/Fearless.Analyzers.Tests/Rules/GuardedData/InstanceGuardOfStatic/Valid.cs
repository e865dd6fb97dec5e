using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.InstanceGuardOfStatic, Fearless.CodeFixes.StaticGateFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.InstanceGuardOfStaticRule;

public static class Valid
{
    [Fact]
    public static Task A_static_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private static readonly object s_gate = new();
        private static int s_count;
        public void Add() { lock (s_gate) s_count++; }
        """));

    [Fact]
    public static Task Both_locks() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private static readonly object s_gate = new();
        private readonly object _gate = new();
        private static int s_count;
        public void Add() { lock (_gate) lock (s_gate) s_count++; }
        """));

    [Fact]
    public static Task Atomic() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private static int s_count;
        public void Add() { lock (_gate) Interlocked.Increment(ref s_count); }
        """));

    [Fact]
    public static Task One_for_each_thread() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [ThreadStatic] private static int s_count;
        public void Add() { lock (_gate) s_count++; }
        """));

    [Fact]
    public static Task A_lock_that_was_handed_in() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate;
        private static int s_count;
        public Test(object gate) => _gate = gate;
        public void Add() { lock (_gate) s_count++; }
        """));
}
