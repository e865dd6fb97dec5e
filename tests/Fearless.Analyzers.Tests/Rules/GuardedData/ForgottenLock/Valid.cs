using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ForgottenLock, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ForgottenLockRule;

public static class Valid
{
    [Fact]
    public static Task Nothing_is_ever_locked() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private int _count;
        public int Count => _count;
        public void Add() => _count++;
        """));

    [Fact]
    public static Task A_volatile_field_is_read_without_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private volatile int _count;
        public int Count => _count;
        public void Add() { lock (_gate) _count++; }
        public void Clear() { lock (_gate) _count = 0; }
        """));

    [Fact]
    public static Task Double_checked() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private string? _name;
        public string Name
        {
            get
            {
                if (_name == null)
                {
                    lock (_gate)
                    {
                        _name ??= "x";
                    }
                }

                return _name;
            }
        }
        """));

    [Fact]
    public static Task Copy_on_write() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private volatile List<int> _items = new();
        public int Sum() => _items.Sum();
        public void Add(int x) { lock (_gate) _items = [.. _items, x]; }
        """));

    [Fact]
    public static Task Published_by_a_volatile_flag() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _rates = new();
        private volatile bool _loaded;
        public int Of(string key)
        {
            if (_loaded)
                return _rates[key];
            lock (_gate)
            {
                if (!_loaded)
                {
                    _rates["a"] = 1;
                    _loaded = true;
                }

                return _rates[key];
            }
        }
        """));

    [Fact]
    public static Task Construction_and_disposal() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _count;
        public Test() { Fill(); }
        private void Fill() => _count = 5;
        public void Add() { lock (_gate) _count++; }
        public void Dispose() => _count = 0;
        """));

    [Fact]
    public static Task A_lock_that_the_caller_hands_in() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _a = new(), _b = new();
        private int _count;
        public void Up() => Step(_a, 1);
        public void Down() => Step(_a, -1);
        public int Count { get { lock (_a) return _count; } }
        private void Step(object gate, int by) { lock (gate) _count += by; }
        """));

    [Fact]
    public static Task A_step_of_a_template_method() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        protected readonly object Gate = new();
        public void Write(string text) { lock (Gate) Append(text); }
        protected virtual void Append(string text) { }
        public class Memory : Test
        {
            private readonly List<string> _lines = new();
            protected override void Append(string text) => _lines.Add(text);
            public int Count { get { lock (Gate) return _lines.Count; } }
        }
        """));

    [Fact]
    public static Task A_reference_that_is_set_up_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private Action<int>? _handler;
        public void Initialize(Action<int> handler) { lock (_gate) _handler = handler; }
        public void A() => _handler?.Invoke(1);
        public void B() => _handler?.Invoke(2);
        """));

    [Fact]
    public static Task A_setting_that_anybody_may_change() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        public bool AutoFlush { get; set; }
        public void Initialize() { lock (_gate) AutoFlush = true; }
        public bool A() => AutoFlush;
        """));

    [Fact]
    public static Task A_reference_that_is_only_replaced_and_read_once() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private Dictionary<string, int>? _view;
        private string _name = "";
        public string Name => _name;
        public void Rename(string name) { lock (_gate) { if (_name != name) _name = name; } }
        public IReadOnlyDictionary<string, int> View
        {
            get
            {
                var view = _view;
                if (view is null) { lock (_gate) { view = _view = new Dictionary<string, int>(); } }
                return view;
            }
        }
        public void Reset() { lock (_gate) _view = null; }
        """));

    [Fact]
    public static Task What_an_object_is_made_with() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int[] _buffer = new int[4];
        public int Size => _buffer.Length;
        public void Grow() { lock (_gate) _buffer = new int[_buffer.Length * 2]; }
        public void Put(int at, int x) { lock (_gate) _buffer[at] = x; }
        public int Get(int at) { lock (_gate) return _buffer[at]; }
        """));

    [Fact]
    public static Task The_lock_that_nodes_share() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private sealed class Node
        {
            private readonly object _list;
            private Node? _next, _previous;
            public Node(object list) => _list = list;
            public void Link(Node next) { lock (_list) { _next = next; next._previous = this; } }
            public void Remove()
            {
                lock (_list)
                {
                    if (_previous != null) _previous._next = _next;
                    if (_next != null) _next._previous = _previous;
                    _next = _previous = null;
                }
            }
        }
        """));

    [Fact]
    public static Task The_lock_of_the_parent_of_two() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private sealed class Side
        {
            private readonly Test _parent;
            private Side? _other;
            private bool _done;
            private int _value;
            public Side(Test parent) => _parent = parent;
            public void Join(Side other) => _other = other;
            public int Put(int value) { lock (_parent._gate) { _value = value; return _other!._done ? _other._value : 0; } }
            public void End() { lock (_parent._gate) { _done = true; } }
        }
        """));

    [Fact]
    public static Task A_list_that_was_taken_out_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private sealed class Pending { public Pending? Next; public int Value; }
        private readonly object _gate = new();
        private Pending? _head;
        public void Add(int value)
        {
            lock (_gate)
            {
                var last = _head;
                if (last == null) { _head = new Pending { Value = value }; return; }
                while (last.Next != null) last = last.Next;
                last.Next = new Pending { Value = value };
            }
        }
        public void Drain(Action<int> take)
        {
            Pending? taken;
            lock (_gate) { taken = _head; _head = null; }
            for (var pending = taken; pending != null; pending = pending.Next) take(pending.Value);
        }
        """));

    [Fact]
    public static Task Whoever_is_last_has_it_alone() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _failed, _left = 3;
        public void Done(bool ok)
        {
            bool last;
            lock (_gate) { if (!ok) _failed++; _left--; last = _left + _failed == 0; }
            if (last) Console.WriteLine(_failed);
        }
        """));

    [Fact]
    public static Task Made_ready_before_anybody_gets_it() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _window;
        private bool _ended;
        public void Run(IObservable<int> source)
        {
            _window = 0;
            _ended = false;
            new Timer(Tick, null, 10, 10);
        }
        private void Tick(object? state) { lock (_gate) { if (!_ended) _window++; } }
        public void End() { lock (_gate) { _ended = true; _window = -1; } }
        """));

    [Fact]
    public static Task One_look_at_a_flag() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private bool _disposed;
        private int _count;
        public bool Paint() => !_disposed;
        public void Add() { lock (_gate) { if (!_disposed) _count++; } }
        public void Close() { lock (_gate) { _disposed = true; _count = 0; } }
        """));

    [Fact]
    public static Task One_look_in_each_arm() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private bool _disposed;
        private int _count;
        public string Paint(bool large)
        {
            if (large)
                return _disposed ? "GONE" : "HERE";
            else
                return _disposed ? "gone" : "here";
        }
        public void Add() { lock (_gate) { if (!_disposed) _count++; } }
        public void Close() { lock (_gate) { _disposed = true; _count = 0; } }
        """));

    [Fact]
    public static Task A_setting_that_the_lock_is_not_for() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<int> _list = new();
        public int BatchSize { get; set; }
        public void Initialize() { lock (_gate) BatchSize = 5; }
        public bool IsFull() { lock (_gate) return _list.Count > BatchSize; }
        public bool WillBe(int count) => count > BatchSize;
        """));

    [Fact]
    public static Task Initialized_without_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _left;
        public void Initialize(int count) => _left = count;
        public bool Take() { lock (_gate) { if (_left == 0) return false; _left--; return true; } }
        public int Left() { lock (_gate) return _left; }
        """));

    [Fact]
    public static Task The_lock_of_the_parent_of_two_types() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private sealed class Left
        {
            private readonly Test _parent;
            private readonly Right _other;
            public int Value { get; private set; }
            public Left(Test parent, Right other) { _parent = parent; _other = other; }
            public int Put(int value) { lock (_parent._gate) { Value = value; Value++; return _other.Value; } }
        }
        private sealed class Right
        {
            private readonly Test _parent;
            public int Value { get; private set; }
            public Right(Test parent) => _parent = parent;
            public void Put(int value) { lock (_parent._gate) { Value = value; Value++; } }
        }
        """));

    [Fact]
    public static Task A_list_that_was_replaced_when_it_was_taken() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private List<int> _items = new();
        public void Add(int item) { lock (_gate) { _items.Add(item); } }
        public int Sum()
        {
            List<int> taken;
            lock (_gate) { taken = _items; _items = new(); }
            var sum = 0;
            foreach (var item in taken)
                sum += item;
            return sum;
        }
        """));

    [Fact]
    public static Task A_list_that_was_taken_out_goes_to_a_delegate() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Func<IReadOnlyList<string>, Task> _send = _ => Task.CompletedTask;
        private List<string>? _pending;
        public void Add(string item) { lock (_gate) { (_pending ??= new()).Add(item); } }
        public Task Flush()
        {
            List<string>? work;
            lock (_gate) { work = _pending; _pending = null; }
            return Task.Run(() => _send(work ?? new List<string>()));
        }
        """));

    [Fact]
    public static Task A_static_helper_is_given_this_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _count;
        public void Add() { lock (_gate) { Change(this, 1); } }
        public void Sub() { lock (_gate) { Change(by: -1, stock: this); } }
        public void Clear() { lock (_gate) { _count = 0; } }
        public int Count { get { lock (_gate) { return _count; } } }
        private static void Change(Test stock, int by) => stock._count += by;
        """));

    [Fact]
    public static Task A_private_property_over_the_field_is_used_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _count;
        private int Count { get => _count; set => _count = value; }
        public void Add() { lock (_gate) { Count++; } }
        public void Sub() { lock (_gate) { Count--; } }
        public bool IsEmpty() { lock (_gate) { return _count == 0; } }
        """));
}
