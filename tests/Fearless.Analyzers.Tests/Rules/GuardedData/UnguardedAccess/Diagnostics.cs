using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.UnguardedAccess, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnguardedAccessRule;

public static class Diagnostics
{
    [Fact]
    public static Task Without_any_lock() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int {|#1:_count|};
            public void Add() => {|#0:_count|}++;
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("_count", "written", "'_gate' is not held", "take '_gate', or mark the member [RequiresLock]"));

    [Fact]
    public static Task With_the_lock_of_another_object() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int {|#1:_count|};
            public static void Move(Test from, Test to)
            {
                lock (from._gate)
                {
                    from._count--;
                    {|#0:to._count|}++;
                }
            }
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("_count", "written", "the '_gate' that is held belongs to another object ('from')", "take the lock of the object whose member it is"));

    [Fact]
    public static Task A_write_under_a_lock_for_reading() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly ReaderWriterLockSlim _lock = new();
            [GuardedBy(nameof(_lock))] private int {|#1:_count|};
            public int Add()
            {
                _lock.EnterReadLock();
                try { return {|#0:_count|}++; } finally { _lock.ExitReadLock(); }
            }
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("_count", "written", "'_lock' is held for reading only", "take '_lock' for writing"));

    [Fact]
    public static Task After_the_lock() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _count;
            public void Add()
            {
                lock (_gate) { _count++; }
                [|_count|]++;
            }
            """));

    [Fact]
    public static Task A_lambda_that_is_stored_does_not_inherit_the_lock() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private int _count;
            private Action? _later;
            public void Add() { lock (_gate) _later = () => [|_count|]++; }
            """));

    [Fact]
    public static Task Through_another_name_for_the_object() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            [GuardedBy(nameof(_gate))] private readonly List<int> _items = new();
            public void Set()
            {
                List<int> items;
                lock (_gate) { items = _items; }
                [|items|][0] = 1;
            }
            """));
}
