using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.NonAtomicUpdateRule;

/// <summary>One step, one writer, or a lock.</summary>
public static class Valid
{
    [Fact]
    public static Task Volatile_writes_under_a_lock() => TypeTest<NonAtomicUpdate>.Verify("""
        private readonly object _gate = new();
        private volatile int _n;
        public int N => _n;
        public void Add() { lock (_gate) { _n++; _n = _n - 2; } }
        """);

    [Fact]
    public static Task One_writer() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile int _n;
        public int N => _n;
        public Test() => new Thread(Loop).Start();
        private void Loop()
        {
            while (true)
                _n++;
        }
        """);

    [Fact]
    public static Task A_volatile_flag_that_is_only_set() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile bool _stop;
        public void Stop() => _stop = true;
        public void Loop() { while (!_stop) { } }
        """);

    [Fact]
    public static Task Copy_on_write_in_a_loop() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile int[] _items = [];
        public void Add(int item)
        {
            int[] seen, next;
            do
            {
                seen = _items;
                next = [.. seen, item];
            }
            while (Interlocked.CompareExchange(ref _items, next, seen) != seen);
        }
        """);

    [Fact]
    public static Task A_claim_in_one_step() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _started;
        public void Start()
        {
            if (Interlocked.CompareExchange(ref _started, 1, 0) == 0)
                Console.WriteLine("started");
        }
        """);

    [Fact]
    public static Task Double_checked_locking() => TypeTest<NonAtomicUpdate>.Verify("""
        private readonly object _gate = new();
        private volatile bool _ready;
        public void Use()
        {
            if (!_ready)
            {
                lock (_gate)
                {
                    if (!_ready)
                    {
                        Console.WriteLine("once");
                        _ready = true;
                    }
                }
            }
        }
        """);

    [Fact]
    public static Task A_flag_that_others_look_at() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile bool _running;
        public bool IsRunning => _running;
        public void Start()
        {
            if (_running)
                return;
            _running = true;
            Console.WriteLine("started");
        }
        """);

    [Fact]
    public static Task A_test_with_a_claim_of_its_own() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile bool _closed;
        private int _closing;
        public void Close()
        {
            if (_closed || Interlocked.Exchange(ref _closing, 1) == 1)
                return;
            Console.WriteLine("closing");
            _closed = true;
        }
        """);

    [Fact]
    public static Task One_read_for_the_decision() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _state;
        public void Set(int state) => Volatile.Write(ref _state, state);
        public int Ask()
        {
            var state = Volatile.Read(ref _state);
            if (state == 1)
                return 1;
            else if (state == 2)
                return 2;
            return 0;
        }
        """);

    [Fact]
    public static Task An_atomic_that_is_set_to_something_else() => TypeTest<NonAtomicUpdate>.Verify("""
        private readonly Fearless.Atomic<long> _last = new(0);
        public long Exchange(long now)
        {
            var before = _last.Load();
            _last.Store(now);
            return before;
        }
        """);

    [Fact]
    public static Task Counted_and_looked_at() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _open;
        public bool TryOpen()
        {
            if (Volatile.Read(ref _open) >= 10)
                return false;
            if (Interlocked.Increment(ref _open) <= 10)
                return true;
            Interlocked.Decrement(ref _open);
            return false;
        }
        """);

    [Fact]
    public static Task Steps_for_derived_types() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile int _state;
        public bool IsOpen => (_state & 1) != 0;
        protected void Set(int flags) => _state |= flags;
        protected int Reset(int flags)
        {
            var old = _state;
            if ((old & flags) != 0)
                _state = old & ~flags;
            return old;
        }
        """);

    [Fact]
    public static Task An_observer_is_told_one_thing_after_the_other() => TypeTest<NonAtomicUpdate>.Verify("""
        public sealed class Once : IObserver<int>
        {
            private bool _done;
            public void OnError(Exception error)
            {
                if (!Volatile.Read(ref _done))
                {
                    Console.WriteLine(error);
                    Volatile.Write(ref _done, true);
                }
            }

            public void OnNext(int value) { }
            public void OnCompleted() { }
        }

        public abstract class Sink : IObserver<int>
        {
            public abstract void OnError(Exception error);
            public void OnNext(int value) { }
            public void OnCompleted() { }
        }

        public sealed class OnceSink : Sink
        {
            private bool _done;
            public override void OnError(Exception error)
            {
                if (!Volatile.Read(ref _done))
                {
                    Console.WriteLine(error);
                    Volatile.Write(ref _done, true);
                }
            }
        }
        """);

    [Fact]
    public static Task The_highest_value_in_a_loop_or_under_a_lock() => TypeTest<NonAtomicUpdate>.Verify("""
        public sealed class Peak
        {
            private readonly object _gate = new();
            private volatile int _low;
            private long _max;
            public void Note(long value)
            {
                long seen;
                while (value > (seen = Interlocked.Read(ref _max)) && Interlocked.CompareExchange(ref _max, value, seen) != seen)
                {
                }
            }
            public void Lower(int value)
            {
                lock (_gate)
                {
                    if (value < _low)
                        _low = value;
                }
            }
            public int Low => _low;
        }
        """);

    [Fact]
    public static Task A_count_of_one_thread_or_under_a_lock() => TypeTest<NonAtomicUpdate>.Verify("""
        private readonly object _gate = new();
        private readonly ConcurrentQueue<string> _lines = new();
        private int _written, _seen, _given;
        public Test() => new Thread(Loop).Start();
        private void Loop()
        {
            while (_lines.TryDequeue(out _))
                _written++;
        }
        public void Add(string line)
        {
            _lines.Enqueue(line);
            lock (_gate) { _seen++; }
        }
        public int Next() => _given++;
        """);

    [Fact]
    public static Task One_worker_compares_and_renews() => TypeTest<NonAtomicUpdate>.Verify("""
        private long _last;
        public Test() => new Thread(Watch).Start();
        public long Last => Interlocked.Read(ref _last);
        private void Watch()
        {
            while (true)
            {
                var last = Interlocked.Read(ref _last);
                var now = Environment.TickCount64;
                if (now > last + 1000)
                {
                    Interlocked.Exchange(ref _last, now);
                    Console.WriteLine(now);
                }
            }
        }
        """);

    [Fact]
    public static Task An_owner_that_may_come_again() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _owner;
        public bool TryEnter(int me)
        {
            var before = Interlocked.CompareExchange(ref _owner, me, 0);
            return before == 0 || before == me;
        }
        public bool IsTaken() => Interlocked.CompareExchange(ref _owner, 1, 0) == 1;
        """);

    [Fact]
    public static Task What_is_made_twice_is_the_same() => TypeTest<NonAtomicUpdate>.Verify("""
        private sealed class Shape(string name) { public string Name { get; } = name; }
        private volatile Shape _shape;
        private volatile List<string> _names;
        private volatile string _name = "";
        public event Action Changed;
        public object Get()
        {
            if (_shape is null)
                _shape = new Shape("x");
            var names = _names;
            if (names == null)
            {
                names = new List<string>();
                names.Add("y");
                _names = names;
            }
            return (_shape, names);
        }
        public string Name { get => _name; set { if (_name != value) { _name = value; Changed?.Invoke(); } } }
        """);

    [Fact]
    public static Task What_is_used_and_let_go_or_closed_once_more() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile System.IO.Stream _stream;
        private volatile Test _parent;
        public void Set(System.IO.Stream stream, Test parent) { _stream = stream; _parent = parent; }
        public async Task LeaveAsync()
        {
            var parent = _parent;
            if (parent != null)
            {
                await parent.LeaveAsync();
                _parent = null;
            }
        }
        public void Close()
        {
            var stream = _stream;
            _stream = null;
            stream?.Dispose();
        }
        """);
}
