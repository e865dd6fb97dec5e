using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ForgottenLock, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ForgottenLockRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_count_without_the_lock() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<int> _items = new();
            public void Add(int x) { lock (_gate) {|#1:_items|}.Add(x); }
            public void Clear() { lock (_gate) _items.Clear(); }
            public int Count => {|#0:_items|}.Count;
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("_items", "read", "'_gate'", "both of its other accesses", "line 13", ""));

    [Fact]
    public static Task A_number_that_is_always_set_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private int _open;
            public void Close() { lock (_gate) _open = 0; }
            public bool IsOpen() => [|_open|] > 0;
            """));

    [Fact]
    public static Task A_semaphore_as_a_lock() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly SemaphoreSlim _gate = new(1, 1);
            private long _next;
            public long Next => [|_next|];
            public async Task<long> TakeAsync()
            {
                await _gate.WaitAsync();
                try { return _next++; } finally { _gate.Release(); }
            }
            """));

    [Fact]
    public static Task Another_lock_than_the_others() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _a = new(), _b = new();
            private readonly HashSet<int> _items = new();
            public void Add(int x) { lock (_a) _items.Add(x); }
            public void Remove(int x) { lock (_a) _items.Remove(x); }
            public bool Has(int x) { lock (_b) return [|_items|].Contains(x); }
            """));

    [Fact]
    public static Task An_element_that_its_list_guards() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly Queue<Node> _nodes = new();
            public void Add(Node node) { lock (_gate) { _nodes.Enqueue(node); node.Jobs.Add("x"); } }
            public int Take()
            {
                Node node;
                lock (_gate) { node = _nodes.Dequeue(); }
                return [|node.Jobs|].Count;
            }
            public sealed class Node { public List<string> Jobs { get; } = new(); }
            """));

    [Fact]
    public static Task A_flag_that_decides_over_what_the_lock_is_taken_for() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<int> _list = new();
        private bool _closed;
        public void Add(int x)
        {
            if ([|_closed|]) return;
            lock (_gate) _list.Add(x);
        }
        public void Close() { lock (_gate) { if (!_closed) _list.Clear(); _closed = true; } }
        """));

    [Fact]
    public static Task Two_looks_at_a_flag_on_one_way() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private bool _disposed;
        private int _count;
        public string Paint(bool large)
        {
            var text = "";
            if (large)
                text = [|_disposed|] ? "GONE" : "HERE";
            return text + (_disposed ? "gone" : "here");
        }
        public void Add() { lock (_gate) { if (!_disposed) _count++; } }
        public void Close() { lock (_gate) { _disposed = true; _count = 0; } }
        """));

    [Fact]
    public static Task A_list_that_is_copied_but_not_taken_out() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private List<int> _pending = new();
        public void Add(int x) { lock (_gate) _pending.Add(x); }
        public void Remove(int x) { lock (_gate) _pending.Remove(x); }
        public int First()
        {
            List<int> work;
            lock (_gate)
                work = _pending;
            return [|work|][0];
        }
        """));

    [Fact]
    public static Task A_hashtable_that_is_enumerated() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly System.Collections.Hashtable _scripts = new();
        public void Add(string key) { lock (_scripts) _scripts[key] = key; }
        public void Remove(string key) { lock (_scripts) _scripts.Remove(key); }
        public void Show() { foreach (var key in [|_scripts|].Keys) Console.WriteLine(key); }
        """));

    [Fact]
    public static Task A_look_at_the_contents_of_an_object() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly Pool _pool = new();
        public void Add(int x) { lock (_pool) _pool.Add(x); }
        public void Remove() { lock (_pool) _pool.Remove(); }
        public int Ask() => _pool.Last();

        private sealed class Pool
        {
            private readonly List<int> _items = new();
            private int _count;
            public void Add(int x) { _items.Add(x); _count++; }
            public void Remove() => _items.RemoveAt(--_count);
            public int Last() => [|_count|] == 0 ? 0 : [|_items|][_count - 1];
        }
        """));

    [Fact]
    public static Task A_state_that_decides_before_the_lock_is_taken() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private ThreadState _state;
        private int _runs;
        public void Start() { lock (_gate) _state = ThreadState.Running; }
        public void Stop() { lock (_gate) _state = ThreadState.Stopped; }
        public void Run()
        {
            if ([|_state|] != ThreadState.Running)
                return;
            lock (_gate)
                _runs++;
        }
        """));

    [Fact]
    public static Task A_subscription_that_removes_itself() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<Action> _handlers = new();
        public IDisposable Add(Action handler)
        {
            lock (_gate) { _handlers.Add(handler); }
            return new Token(this, handler);
        }
        public void Fire()
        {
            Action[] all;
            lock (_gate) { all = _handlers.ToArray(); }
            foreach (var handler in all)
                handler();
        }
        private sealed class Token(Test owner, Action handler) : IDisposable
        {
            public void Dispose() => [|owner._handlers|].Remove(handler);
        }
        """));

    [Fact]
    public static Task A_member_of_an_object_that_only_this_one_has() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Node _root = new();
        public void Hit() { lock (_gate) { _root.Hits++; } }
        public void HitTwice() { lock (_gate) { _root.Hits += 2; } }
        public void Clear() => [|_root.Hits|] = 0;
        """) + "internal sealed class Node { public int Hits; }");

    [Fact]
    public static Task An_array_that_is_cleared() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly int[] _buckets = new int[16];
        public void Count(int value) { lock (_gate) { _buckets[value & 15]++; } }
        public int[] Snapshot() { lock (_gate) { return (int[])_buckets.Clone(); } }
        public int First() { lock (_gate) { return _buckets[0]; } }
        public int Last() { lock (_gate) { return _buckets[15]; } }
        public void Reset() => Array.Clear([|_buckets|]);
        public void Load(int[] values) => values.CopyTo(_buckets, 0);
        """));

    [Fact]
    public static Task A_new_list_or_the_shared_one() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<string> _live = new();
        public void Add(string name, bool isDraft)
        {
            var list = isDraft ? new List<string>() : _live;
            [|list|].Add(name);
        }
        public void Trim()
        {
            lock (_gate)
            {
                if (_live.Count > 3)
                    _live.RemoveAt(0);
            }
        }
        public int Count() { lock (_gate) { return _live.Count; } }
        """));

    [Fact]
    public static Task An_attribute_that_takes_a_list() => VerifyCS.VerifyAnalyzerAsync("""
        using System;

        class TagsAttribute(params string[]? tags) : Attribute;

        [Tags("fast", "small")]
        public class Stock
        {
            readonly object _gate = new();
            int _count;

            public void Add() { lock (_gate) _count++; }
            public void Sub() { lock (_gate) _count--; }
            public void Reset() => {|FEAR4002:_count|} = 0;
        }
        """);

    [Fact]
    public static Task A_static_helper_is_given_this_without_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _count;
        public void Add() { lock (_gate) { _count++; } }
        public void Sub() { lock (_gate) { _count--; } }
        public void Clear() => Reset(this);
        private static void Reset(Test stock) => [|stock._count|] = 0;
        """));

    [Fact]
    public static Task A_static_helper_locks_what_it_is_given() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _count;
        public void Add() => Change(this, 1);
        public void Sub() => Change(this, -1);
        public void Clear() => [|_count|] = 0;
        private static void Change(Test stock, int by) { lock (stock._gate) { stock._count += by; } }
        public int Read() { lock (_gate) { return _count; } }
        """));

    [Fact]
    public static Task A_private_property_over_the_field_is_used_without_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _count;
        private int Count { get { return _count; } set { this._count = value; } }
        public void Add() { lock (_gate) { _count++; } }
        public void Sub() { lock (_gate) { Count--; } }
        public void Clear() => [|Count|] = 0;
        """));
}
