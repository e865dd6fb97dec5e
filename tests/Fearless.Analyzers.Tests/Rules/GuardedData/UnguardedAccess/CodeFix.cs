using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.UnguardedAccess, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnguardedAccessRule;

public static class CodeFix
{
    [Fact]
    public static Task An_expression_body_gets_a_block() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _count;

            // Not exact.
            public int Count => [|_count|];

            public void Add() => [|_count|]++;
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _count;

            // Not exact.
            public int Count
            {
                get
                {
                    lock (_gate)
                    {
                        return _count;
                    }
                }
            }

            public void Add()
            {
                lock (_gate)
                {
                    _count++;
                }
            }
            """));

    [Fact]
    public static Task The_lock_of_the_right_object() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _count;

            public static void Reset(Test other)
            {
                // Back to the start.
                [|other._count|] = 0;
            }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _count;

            public static void Reset(Test other)
            {
                // Back to the start.
                lock (other._gate)
                {
                    other._count = 0;
                }
            }
            """));

    [Fact]
    public static Task A_reader_writer_lock_in_its_mode() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly ReaderWriterLockSlim _lock = new();
            [GuardedBy(nameof(_lock))] private int _count;

            public void Add()
            {
                [|_count|]++;
            }
            """),
        GuardedSource.Class("""
            private readonly ReaderWriterLockSlim _lock = new();
            [GuardedBy(nameof(_lock))] private int _count;

            public void Add()
            {
                {
                    _lock.EnterWriteLock();
                    try
                    {
                        _count++;
                    }
                    finally
                    {
                        _lock.ExitWriteLock();
                    }
                }
            }
            """));
}
