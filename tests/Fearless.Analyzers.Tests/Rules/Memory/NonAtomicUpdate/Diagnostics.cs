using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.NonAtomicUpdateRule;

/// <summary>Two steps where one is meant.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task Volatile_is_not_atomic() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile int _n;
        public void Add() => [|_n|]++;
        public void Add(int by) => [|_n|] += by;
        public void Remove() { [|_n|] = _n - 1; }
        """);

    [Fact]
    public static Task The_elements_of_a_volatile_array_are_not_volatile() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile int[] _hits = new int[24];
        public void Count(int[] hours) => Parallel.ForEach(hours, hour => [|_hits[hour]|]++);
        """);

    [Fact]
    public static Task Load_then_store() => TypeTest<NonAtomicUpdate>.Verify("""
        private readonly Fearless.Atomic<long> _mean = new(0);
        private int _n;
        public void Observe(long value)
        {
            var known = _mean.Load();
            [|_mean|].Store(known + (value - known) / 8);
        }
        public void Double() => Volatile.Write(ref [|_n|], Volatile.Read(ref _n) * 2);
        """);

    [Fact]
    public static Task A_claim_in_two_steps() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _creating;
        public void Create()
        {
            if (Volatile.Read(ref [|_creating|]) == 0)
            {
                Volatile.Write(ref _creating, 1);
                Console.WriteLine("created");
            }
        }
        """);

    [Fact]
    public static Task A_flag_that_is_set_after_an_await() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile bool _ready;
        public bool IsReady => _ready;
        public async Task OpenAsync()
        {
            if ([|_ready|])
                return;
            await Task.Delay(10);
            _ready = true;
        }
        """);

    [Fact]
    public static Task A_state_that_is_read_for_each_arm() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _state;
        public void Set(int state) => Volatile.Write(ref _state, state);
        public int Ask()
        {
            if (Volatile.Read(ref _state) == 1)
                return 1;
            else if (Volatile.Read(ref [|_state|]) == 2)
                return 2;
            return 0;
        }
        """);

    [Fact]
    public static Task Read_then_reset() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _hits;
        public void Hit() => Interlocked.Increment(ref _hits);
        public int Take()
        {
            var hits = Volatile.Read(ref _hits);
            Volatile.Write(ref [|_hits|], 0);
            return hits;
        }
        """);

    [Fact]
    public static Task A_limit_that_is_compared_first() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _open;
        public bool TryOpen()
        {
            if (Volatile.Read(ref [|_open|]) < 10)
            {
                Interlocked.Increment(ref _open);
                return true;
            }
            return false;
        }
        """);

    [Fact]
    public static Task What_anybody_may_call() => TypeTest<NonAtomicUpdate>.Verify("""
        public sealed class Once
        {
            private bool _done;
            public void OnError(Exception error)
            {
                if (!Volatile.Read(ref [|_done|]))
                {
                    Console.WriteLine(error);
                    Volatile.Write(ref _done, true);
                }
            }

            public void OnNext(int value) { }
            public void OnCompleted() { }
        }
        """);

    [Fact]
    public static Task The_new_value_is_kept_in_a_local_first() => TypeTest<NonAtomicUpdate>.Verify("""
        public sealed class Map
        {
            private System.Collections.Immutable.ImmutableDictionary<string, int> _map = System.Collections.Immutable.ImmutableDictionary<string, int>.Empty;
            private volatile string[] _names = [];
            public void Put(string key, int value)
            {
                var old = Volatile.Read(ref _map);
                var next = old.SetItem(key, value);
                Volatile.Write(ref {|FEAR6002:_map|}, next);
            }
            public void Add(string name)
            {
                var next = new string[_names.Length + 1];
                _names.CopyTo(next, 0);
                next[^1] = name;
                {|FEAR6002:_names|} = next;
            }
        }
        """);

    [Fact]
    public static Task The_highest_value() => TypeTest<NonAtomicUpdate>.Verify("""
        public sealed class Peak
        {
            private long _max;
            public void Note(long value)
            {
                if (value > Interlocked.Read(ref _max))
                    Interlocked.Exchange(ref {|FEAR6002:_max|}, value);
            }
        }
        """);

    [Fact]
    public static Task A_plain_count_beside_a_concurrent_collection() => TypeTest<NonAtomicUpdate>.Verify("""
        private readonly ConcurrentDictionary<int, string> _open = new();
        private int _free = 10;
        public bool Begin(int id)
        {
            if (!_open.TryAdd(id, "x"))
                return false;
            [|_free|]--;
            return true;
        }
        public Action End() => () =>
        {
            if (_open.TryRemove(1, out _))
                [|_free|]++;
        };
        """);
}
