using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.UnguardedAccess, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnguardedAccessRule;

public static class Valid
{
    [Fact]
    public static Task Every_access_holds_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [GuardedBy(nameof(_gate))] private int _count;
        public Test(int count) => _count = count;
        public int Count { get { lock (_gate) return _count; } }
        public void Add() { lock (_gate) { _count++; } }
        """));

    [Fact]
    public static Task A_helper_that_is_only_called_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [GuardedBy(nameof(_gate))] private int _count;
        public void Add() { lock (_gate) Step(); }
        public void AddTwo() { lock (_gate) { Step(); Step(); } }
        private void Step() => _count++;
        """));

    [Fact]
    public static Task A_helper_that_requires_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [GuardedBy(nameof(_gate))] private int _count;
        [RequiresLock(nameof(_gate))] public void Step() => _count++;
        """));

    [Fact]
    public static Task The_lock_has_another_name() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [GuardedBy(nameof(_gate))] private int _count;
        private object Gate => _gate;
        private object GetGate() => _gate;
        public void A() { var gate = _gate; lock (gate) _count++; }
        public void B() { lock (Gate) _count++; }
        public void C() { lock (GetGate()) _count++; }
        """));

    [Fact]
    public static Task A_lambda_that_a_helper_runs_under_its_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [GuardedBy(nameof(_gate))] private int _count;
        public void Add() => Locked(() => _count++);
        private void Locked(Action change)
        {
            lock (_gate)
            {
                change();
            }
        }
        """));

    [Fact]
    public static Task A_flag_says_whether_the_lock_was_taken() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [GuardedBy(nameof(_gate))] private int _count;
        public bool Add()
        {
            var taken = Monitor.TryEnter(_gate);
            var busy = !taken;
            if (busy)
                return false;
            try { _count++; } finally { Monitor.Exit(_gate); }
            return true;
        }
        """));

    [Fact]
    public static Task Any_of_several_locks_to_read() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _a = new(), _b = new();
        [GuardedBy(nameof(_a), nameof(_b))] private int _count;
        public int A() { lock (_a) return _count; }
        public int B() { lock (_b) return _count; }
        public void Set() { lock (_a) lock (_b) _count = 1; }
        """));

    [Fact]
    public static Task A_fresh_object_and_the_finalizer() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [GuardedBy(nameof(_gate))] private int _count;
        public static Test Make() { var made = new Test(); made._count = 5; return made; }
        ~Test() => _count = 0;
        """));

    [Fact]
    public static Task The_object_behind_a_Sync_type_looks_after_itself() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        [GuardedBy(nameof(_gate))] private readonly ConcurrentQueue<int> _items = new();
        public void Add(int x) => _items.Enqueue(x);
        """));
}
