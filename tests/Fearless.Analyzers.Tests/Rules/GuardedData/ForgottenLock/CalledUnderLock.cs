using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ForgottenLock, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ForgottenLockRule;

/// <summary>Members that begin with the lock that all their callers hold.</summary>
public static class CalledUnderLock
{
    [Fact]
    public static Task A_step_that_the_base_runs_under_its_lock_and_when_it_is_disposed() => VerifyCS.VerifyAnalyzerAsync(Template("lock (Gate) Step();", "_open.Clear()"));

    [Fact]
    public static Task A_step_that_the_base_runs_without_it_as_well() => VerifyCS.VerifyAnalyzerAsync(Template("Step();", "[|_open|].Clear()"));

    [Fact]
    public static Task An_internal_helper_that_only_its_own_type_calls() => VerifyCS.VerifyAnalyzerAsync(Helper(""));

    [Fact]
    public static Task An_internal_helper_that_others_call() => VerifyCS.VerifyAnalyzerAsync(
        Helper("public class Other { public void Run(Test test) => test.Take(); }").Replace("_open.Pop()", "[|_open|].Pop()", System.StringComparison.Ordinal));

    [Fact]
    public static Task Behind_a_flag_that_is_set_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(Flagged("lock (_gate) Write(true);", "_open.Clear()"));

    [Fact]
    public static Task Behind_a_flag_that_is_set_without_it_as_well() => VerifyCS.VerifyAnalyzerAsync(Flagged("Write(true);", "[|_open|].Clear()"));

    private static string Template(string run, string step) => $$"""
        using System;
        using System.Collections.Generic;

        public abstract class Worker : IDisposable
        {
            protected object Gate { get; } = new();
            public void Close() { lock (Gate) Step(); }
            public void Flush() { {{run}} }
            public void Dispose() => Step();
            protected abstract void Step();
        }

        public class Queued : Worker
        {
            private readonly Stack<int> _open = new();
            public void Add(int x) { lock (Gate) _open.Push(x); }
            public void Take() { lock (Gate) _open.Pop(); }
            public int Peek() { lock (Gate) return _open.Peek(); }
            protected override void Step() => {{step}};
        }
        """;

    private static string Helper(string other) => GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Stack<int> _open = new();
        public void Add(int x) { lock (_gate) { _open.Push(x); if (_open.Count > 9) Take(); } }
        public void Clear() { lock (_gate) { _open.Clear(); } }
        internal void Take() => _open.Pop();
        """) + other + "\n";

    private static string Flagged(string other, string write) => GuardedSource.Class($$"""
        private readonly object _gate = new();
        private readonly Stack<int> _open = new();
        public void Add(int x) { lock (_gate) _open.Push(x); }
        public void Take() { lock (_gate) _open.Pop(); }
        public void Commit() { lock (_gate) Write(true); }
        public void Save() => Write(false);
        public void Other() { {{other}} }
        private void Write(bool commit)
        {
            if (commit && Environment.TickCount > 0)
                {{write}};
        }
        """);
}
