using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ForgottenLock, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ForgottenLockRule;

/// <summary>Announcements, events, guards in other hands, objects that look after themselves: with the twin that lacks it.</summary>
public static class KeptInOrder
{
    [Theory]
    [InlineData("private readonly string?[] _names = new string?[8];", "Volatile.Read(ref _names[at]) is null", "Volatile.Write(ref _names[at], \"a\");")]
    [InlineData("private volatile bool _isMade;", "!_isMade", "_isMade = true;")]
    [InlineData("private int _isMade;", "Interlocked.CompareExchange(ref _isMade, 0, 0) == 0", "Interlocked.Exchange(ref _isMade, 1);")]
    public static Task Announced_last(string field, string test, string announcement) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private readonly object _gate = new();
        private readonly long[] _sizes = new long[8];
        {{field}}
        public long SizeOf(int at)
        {
            if ({{test}})
                Make(at);
            return _sizes[at];
        }
        private void Make(int at) { lock (_gate) { _sizes[at] = 3; {{announcement}} } }
        public long Sum() { lock (_gate) return _sizes[0] + _sizes[1]; }
        """));

    [Fact]
    public static Task Announced_first() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly long[] _sizes = new long[8];
        private volatile bool _isMade;
        public long SizeOf(int at)
        {
            if (!_isMade)
                Make(at);
            return [|_sizes|][at];
        }
        private void Make(int at) { lock (_gate) { _isMade = true; _sizes[at] = 3; } }
        public long Sum() { lock (_gate) return _sizes[0] + _sizes[1]; }
        """));

    [Theory]
    [InlineData("if (Volatile.Read(ref _handle) != 0) return;")]
    [InlineData("if (_gate is null) throw new InvalidOperationException(); if (Volatile.Read(ref _handle) != 0) return;")]
    public static Task Seen_by_a_method_that_is_called_first(string check) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private readonly object _gate = new();
        private long _handle;
        public long Twice() { Ensure(); return _handle * 2; }
        public bool IsMade { get { lock (_gate) return _handle != 0; } }
        private void Ensure()
        {
            {{check}}
            lock (_gate) { if (_handle == 0) Volatile.Write(ref _handle, 7); }
        }
        """));

    [Fact]
    public static Task Seen_by_a_method_only_sometimes() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private long _handle;
        public long Twice(bool sure) { Ensure(sure); return [|_handle|] * 2; }
        public bool IsMade { get { lock (_gate) return _handle != 0; } }
        private void Ensure(bool sure)
        {
            if (sure) return;
            if (Volatile.Read(ref _handle) != 0) return;
            lock (_gate) { if (_handle == 0) Volatile.Write(ref _handle, 7); }
        }
        """));

    [Theory]
    [InlineData("ManualResetEventSlim", "Set", "Wait")]
    [InlineData("ManualResetEvent", "Set", "WaitOne")]
    public static Task Behind_an_event(string type, string set, string wait) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private readonly object _gate = new();
        private readonly {{type}} _ready = new(false);
        private double _value;
        public void Put(double value) { lock (_gate) { _value = value; _ready.{{set}}(); } }
        public bool Has(double value) { lock (_gate) return _value == value; }
        public double Get() { _ready.{{wait}}(); return _value; }
        """));

    [Fact]
    public static Task Behind_an_event_that_comes_first() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly ManualResetEventSlim _ready = new(false);
        private double _value;
        public void Put(double value) { lock (_gate) { _ready.Set(); _value = value; } }
        public bool Has(double value) { lock (_gate) return _value == value; }
        public double Get() { _ready.Wait(); return [|_value|]; }
        """));

    [Theory]
    [InlineData("Monitor.Exit(_owner._gate)", "Monitor.Enter(owner._gate)", "object")]
    [InlineData("_owner._gate.Exit()", "owner._gate.Enter()", "Lock")]
    public static Task In_the_end_of_a_guard(string exit, string enter, string type) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private readonly {{type}} _gate = new();
        private List<int> _used = new();
        public void Add(int x) { lock (_gate) _used.Add(x); }
        public bool Has(int x) { lock (_gate) return _used.Contains(x); }
        private sealed class Flush : IDisposable
        {
            private readonly Test _owner;
            public Flush(Test owner) { _owner = owner; {{enter}}; }
            public void Dispose() { _owner._used = new(); {{exit}}; }
        }
        """));

    [Fact]
    public static Task After_the_end_of_a_guard() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private List<int> _used = new();
        public void Add(int x) { lock (_gate) _used.Add(x); }
        public bool Has(int x) { lock (_gate) return _used.Contains(x); }
        private sealed class Flush : IDisposable
        {
            private readonly Test _owner;
            public Flush(Test owner) { _owner = owner; Monitor.Enter(owner._gate); }
            public void Dispose() { Monitor.Exit(_owner._gate); [|_owner._used|] = new(); }
        }
        """));

    [Fact]
    public static Task Whoever_pulses_holds_it() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _left;
        public void Take() { lock (_gate) { while (_left == 0) Monitor.Wait(_gate); _left--; } }
        public static void Give(Test one) { Monitor.Enter(one._gate); try { one.More(); } finally { Monitor.Exit(one._gate); } }
        internal void More() { _left++; Monitor.Pulse(_gate); }
        """));

    [Fact]
    public static Task An_object_whose_call_touches_nothing_that_others_change() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Pool _pool = new();
        public int? Get() => _pool.Take();
        public void Put(int x) { lock (_gate) _pool.Put(x); }
        public void End() { lock (_gate) _pool.End(); }
        private sealed class Pool
        {
            private readonly ConcurrentStack<int> _free = new();
            private bool _ended;
            public int? Take() => _free.TryPop(out var x) ? x : null;
            public void Put(int x) { if (!_ended) _free.Push(x); }
            public void End() { _ended = true; _free.Clear(); }
        }
        """));

    [Fact]
    public static Task An_object_whose_call_reads_what_others_change() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Pool _pool = new();
        public int? Get() => _pool.Take();
        public void Put(int x) { lock (_gate) _pool.Put(x); }
        public void End() { lock (_gate) _pool.End(); }
        private sealed class Pool
        {
            private readonly ConcurrentStack<int> _free = new();
            private int _count;
            public int? Take() => [|_count|] > 0 && _free.TryPop(out var x) ? x : null;
            public void Put(int x) { _count++; _free.Push(x); }
            public void End() { _count = 0; _free.Clear(); }
        }
        """));

    [Fact]
    public static Task On_the_thread_that_alone_writes() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private double _angle;
        [ThreadAffine("render")] public void Turn(double angle) { lock (_gate) _angle = angle; }
        [ThreadAffine("render")] public double Half() => _angle / 2;
        [ThreadAffine("input")] public double Third() => [|_angle|] / 3;
        public double Read() { lock (_gate) return _angle; }
        """));

    [Fact]
    public static Task A_lock_that_keeps_a_second_run_out() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private static readonly SemaphoreSlim s_run = new(1);
        private long _steps;
        public void Run() { s_run.Wait(); try { _steps = 0; while (_steps < 9) _steps++; Console.WriteLine(_steps); } finally { s_run.Release(); } }
        public long Steps() => _steps + _steps;
        """));
}
