using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ForgottenLock, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ForgottenLockRule;

public static class CodeFix
{
    [Fact]
    public static Task The_statement_goes_under_the_lock() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private int _count;

            public void Add()
            {
                lock (_gate)
                {
                    _count++;
                }
            }

            public bool IsEmpty()
            {
                if ([|_count|] == 0)
                    return true;
                return false;
            }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private int _count;

            public void Add()
            {
                lock (_gate)
                {
                    _count++;
                }
            }

            public bool IsEmpty()
            {
                lock (_gate)
                {
                    if (_count == 0)
                        return true;
                }
                return false;
            }
            """));

    [Fact]
    public static Task A_variable_outlives_the_lock() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private int _count;

            public void Add()
            {
                lock (_gate)
                {
                    _count++;
                }
            }

            public int Twice()
            {
                var count = [|_count|]; // a guess
                return count + count;
            }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private int _count;

            public void Add()
            {
                lock (_gate)
                {
                    _count++;
                }
            }

            public int Twice()
            {
                int count;
                lock (_gate)
                {
                    count = _count;
                } // a guess
                return count + count;
            }
            """));

    [Fact]
    public static Task The_condition_of_a_loop_is_not_locked() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private int _count;
            public void Add() { lock (_gate) _count++; }
            public void Drain() { while ([|_count|] > 0) Thread.Sleep(1); }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private int _count;
            public void Add() { lock (_gate) _count++; }
            public void Drain() { while ([|_count|] > 0) Thread.Sleep(1); }
            """));
}
