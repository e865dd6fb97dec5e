using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.MixedAtomicAccessRule;

/// <summary>All accesses are atomic, or need not be.</summary>
public static class Valid
{
    [Fact]
    public static Task An_interlocked_counter_that_is_read_with_Volatile() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public int Read() => Volatile.Read(ref _n);
        """);

    [Fact]
    public static Task The_expected_value_of_a_CompareExchange() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _left;
        public bool TryTake()
        {
            var seen = _left;
            while (seen > 0)
            {
                var found = Interlocked.CompareExchange(ref _left, seen - 1, seen);
                if (found == seen)
                    return true;
                seen = found;
            }
            return false;
        }
        """);

    [Fact]
    public static Task Construction() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public Test(int n)
        {
            _n = n;
            Reset();
        }
        private void Reset() => _n = 1;
        public void Add() => Interlocked.Increment(ref _n);
        """);

    [Fact]
    public static Task A_reference_that_is_exchanged_once_and_read_plainly() => TypeTest<MixedAtomicAccess>.Verify("""
        private object? _cache;
        public object Get() => _cache ?? Interlocked.CompareExchange(ref _cache, new object(), null) ?? _cache;
        """);

    [Fact]
    public static Task A_claim_that_is_given_back() => TypeTest<MixedAtomicAccess>.Verify("""
        private Task? _running;
        public void Start()
        {
            if (Interlocked.CompareExchange(ref _running, Task.CompletedTask, null) is null)
                End();
        }
        private void End() => _running = null;
        """);

    [Fact]
    public static Task All_under_one_lock() => TypeTest<MixedAtomicAccess>.Verify("""
        private readonly object _gate = new();
        private int _n;
        public void Add() { lock (_gate) Interlocked.Increment(ref _n); }
        public void Clear() { lock (_gate) _n = 0; }
        """);

    [Fact]
    public static Task Writers_hold_a_lock_and_a_reader_looks_with_Volatile() => TypeTest<MixedAtomicAccess>.Verify("""
        private readonly object _gate = new();
        private int _n;
        public void Add() { lock (_gate) _n++; }
        public int Peek() => Volatile.Read(ref _n);
        """);

    [Fact]
    public static Task Read_after_the_work_has_ended() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public async Task<bool> Run()
        {
            _n = 0;
            await Task.WhenAll(Task.Run(() => Interlocked.Increment(ref _n)), Task.Run(() => Interlocked.Increment(ref _n)));
            return _n == 2 ? true : false;
        }
        """);

    [Fact]
    public static Task A_number_that_is_only_shown() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public int Count => _n;
        public void Add() => Interlocked.Increment(ref _n);
        public override string ToString() => $"{_n} items";
        """);

    [Fact]
    public static Task Nothing_atomic() => TypeTest<MixedAtomicAccess>.Verify("""
        private readonly object _gate = new();
        private int _n;
        public void Add() => _n++;
        public void Lock() { lock (_gate) { } }
        """);

    [Fact]
    public static Task A_pool_with_one_slot() => TypeTest<MixedAtomicAccess>.Verify("""
        private object? _slot;
        public object Take()
        {
            var item = _slot;
            return item is null || Interlocked.CompareExchange(ref _slot, null, item) != item ? new object() : item;
        }
        public void Return(object item) => _slot = item;
        """);

    [Fact]
    public static Task A_setting() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _start;
        public int Start { get => _start; set => _start = value; }
        public int Next() => Interlocked.Increment(ref _start);
        """);

    [Fact]
    public static Task Both_ways_are_offered_by_name() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _index;
        protected void PlainSet(int index) => _index = index;
        protected int VolatileGet() => Volatile.Read(ref _index);
        """);

    [Fact]
    public static Task The_only_writer_reads_what_it_wrote() => TypeTest<MixedAtomicAccess>.Verify("""
        private long _progress;
        public long Progress => Volatile.Read(ref _progress);
        public void Step() => Volatile.Write(ref _progress, _progress + 1);
        """);

    [Fact]
    public static Task A_counter_that_begins_anew() => TypeTest<MixedAtomicAccess>.Verify("""
        private static int s_runs;
        public static int Run() => Interlocked.Increment(ref s_runs);
        public static void Reset() => s_runs = 0;
        """);

    [Fact]
    public static Task A_counter_that_is_compared_with_a_threshold() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _attempts;
        public bool IsActive => _attempts > 10;
        public void Before() => Interlocked.Increment(ref _attempts);
        """);

    [Fact]
    public static Task A_helper_that_is_atomic_itself() => TypeTest<MixedAtomicAccess>.Verify("""
        private long _started;
        public void Start() => Record(ref _started);
        public bool TryStart() => Interlocked.CompareExchange(ref _started, 1, 0) == 0;
        private static void Record(ref long at) => Interlocked.CompareExchange(ref at, Environment.TickCount64, 0);
        """);

    [Fact]
    public static Task A_counter_inside_a_struct() => TypeTest<MixedAtomicAccess>.Verify("""
        private Counters _counters;
        public void Add() => Interlocked.Increment(ref _counters.Started);
        public long Read() => Interlocked.Read(ref _counters.Started);
        private struct Counters { public long Started; }
        """);

    [Fact]
    public static Task What_the_object_made_for_itself_and_takes_out_once() => TypeTest<MixedAtomicAccess>.Verify("""
        private Timer? _timer;
        public void Start() => _timer = new Timer(static _ => { });
        public void Stop() => Interlocked.Exchange(ref _timer, null)?.Dispose();
        """);

    [Fact]
    public static Task A_measurement_that_others_look_at() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _lastSeen;
        public void Seen() => _lastSeen = Environment.TickCount;
        public int Idle() => Environment.TickCount - Volatile.Read(ref _lastSeen);
        """);

    [Fact]
    public static Task A_body_with_a_fence_of_its_own() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _value;
        public bool Value { get { Interlocked.MemoryBarrier(); return _value == 1; } }
        public void Set() => Interlocked.Exchange(ref _value, 1);
        """);

    [Fact]
    public static Task An_immutable_collection_that_is_exchanged() => TypeTest<MixedAtomicAccess>.Verify("""
        private System.Collections.Immutable.ImmutableDictionary<string, int> _all = System.Collections.Immutable.ImmutableDictionary<string, int>.Empty;
        public void Clear() => Interlocked.Exchange(ref _all, System.Collections.Immutable.ImmutableDictionary<string, int>.Empty);
        public bool TryAdd(string name) => System.Collections.Immutable.ImmutableInterlocked.TryAdd(ref _all, name, 1);
        """);

    [Fact]
    public static Task An_object_that_is_made_and_then_seen() => TypeTest<MixedAtomicAccess>.Verify("""
        private int[]? _table;
        public void Fill() => _table = new[] { 1, 2 };
        public int[]? Table => Volatile.Read(ref _table);
        """);

    [Fact]
    public static Task Handed_by_reference_to_whoever_is_careful() => TypeTest<MixedAtomicAccess>.Verify("""
        private string? _current;
        public bool IsSet => Volatile.Read(ref _current) != null;
        public bool TrySet(string value) => TrySet(ref _current, value);
        private static bool TrySet(ref string? slot, string value) => Interlocked.CompareExchange(ref slot, value, null) == null;
        """);

    [Fact]
    public static Task Only_its_maker_restores_it() => TypeTest<MixedAtomicAccess>.Verify("""
        private Ids? _ids;
        public void Open(int[] log)
        {
            _ids = new Ids();
            _ids.Restore(log);
        }

        private sealed class Ids
        {
            private int _last;
            public int Next() => Interlocked.Increment(ref _last);
            public void Restore(int[] log)
            {
                foreach (var id in log)
                    _last = id;
            }
        }
        """);

    [Fact]
    public static Task Set_before_anybody_gets_it() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _pending;
        public void Start(List<Test> running)
        {
            _pending = 1;
            running.Add(this);
        }

        public bool Tick() => Interlocked.Decrement(ref _pending) > 0;
        """);

    [Fact]
    public static Task Elements_that_are_set_up_and_swapped_atomically() => TypeTest<MixedAtomicAccess>.Verify("""
        public sealed class Slots
        {
            private readonly int[] _slots = new int[8];
            private System.Collections.Immutable.ImmutableList<string> _names = System.Collections.Immutable.ImmutableList<string>.Empty;
            public void Hit(int i) => Interlocked.Increment(ref _slots[i]);
            public void Clear(int i) => _slots[i] = 0;
            public void Add(string name) => System.Collections.Immutable.ImmutableInterlocked.Update(ref _names, static (all, item) => all.Add(item), name);
            public int Count => Volatile.Read(ref _names).Count;
        }
        """);

    [Fact]
    public static Task Counters_that_begin_anew_together() => TypeTest<MixedAtomicAccess>.Verify("""
        private long _calls;
        private long _failed;
        public void Call() => Interlocked.Increment(ref _calls);
        public void Fail() => Interlocked.Increment(ref _failed);
        public void ResetCounters()
        {
            _calls = 0;
            _failed = 0;
        }
        """);

    [Fact]
    public static Task What_a_debugger_shows() => TypeTest<MixedAtomicAccess>.Verify("""
        [System.Diagnostics.DebuggerDisplay("{Show(),nq}")]
        [System.Diagnostics.DebuggerTypeProxy(typeof(Reader<>.View))]
        public sealed class Reader<T>
        {
            private long _read;
            public void Read() => Interlocked.Increment(ref _read);
            private string Show() => $"read {_read}";
            private sealed class View(Reader<T> reader)
            {
                public long Count => reader._read;
            }
        }
        """);
}
