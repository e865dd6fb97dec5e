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

    [Fact]
    public static Task A_claim_through_a_getter_and_a_helper() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _sent;
        private bool WasSent => Volatile.Read(ref _sent) != 0;
        public void Send()
        {
            if ([|WasSent|])
                return;
            MarkSent();
            Console.WriteLine("sent");
        }
        private void MarkSent() => Interlocked.Exchange(ref _sent, 1);
        """);

    [Fact]
    public static Task A_time_that_is_renewed() => TypeTest<NonAtomicUpdate>.Verify("""
        private long _lastRun;
        public bool IsDue => Environment.TickCount64 > Interlocked.Read(ref _lastRun) + 10;
        public void Tick(long now)
        {
            var last = Interlocked.Read(ref [|_lastRun|]);
            var isDue = now - last > 1000;
            if (!isDue)
                return;
            Volatile.Write(ref _lastRun, now);
            Console.WriteLine("cleaned");
        }
        """);

    [Fact]
    public static Task A_claim_that_is_given_back_and_whose_result_says_who_got_it() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile bool _taken;
        public bool TryTake()
        {
            switch ([|_taken|])
            {
                case true:
                    return false;
                default:
                    _taken = true;
                    return true;
            }
        }
        public bool Take()
        {
            var taken = [|_taken|];
            if (taken)
                return false;
            _taken = true;
            return true;
        }
        public void Give() => _taken = false;
        """);

    [Fact]
    public static Task An_exchange_with_itself_is_a_read() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _warm;
        public async Task WarmAsync()
        {
            if (Interlocked.CompareExchange(ref [|_warm|], 1, 1) == 1)
                return;
            await Task.Delay(10);
            Interlocked.Exchange(ref _warm, 1);
        }
        """);

    [Fact]
    public static Task An_object_with_a_state_of_its_own_is_made_twice() => TypeTest<NonAtomicUpdate>.Verify("""
        public sealed class Meter
        {
            private int _hits;
            public void Hit() => Interlocked.Increment(ref _hits);
        }
        private volatile Meter _meter;
        private Meter _other;
        public Meter InUse()
        {
            var meter = [|_meter|];
            if (meter is null)
            {
                meter = new Meter();
                _meter = meter;
            }
            return meter;
        }
        public void Hit()
        {
            if (Volatile.Read(ref [|_other|]) == null)
                Volatile.Write(ref _other, new Meter());
            Volatile.Read(ref _other).Hit();
        }
        """);

    [Fact]
    public static Task The_comparand_is_read_after_the_new_value_was_made() => TypeTest<NonAtomicUpdate>.Verify("""
        private string[] _names = [];
        public void Add(string name)
        {
            while (true)
            {
                var grown = Volatile.Read(ref _names).Append(name).ToArray();
                var seen = Volatile.Read(ref [|_names|]);
                if (Interlocked.CompareExchange(ref _names, grown, seen) == seen)
                    return;
            }
        }
        """);

    [Fact]
    public static Task The_result_of_an_exchange_is_compared_with_something_else() => TypeTest<NonAtomicUpdate>.Verify("""
        private long _owner;
        private object _last = new();
        public bool Enter(long me)
        {
            var before = Interlocked.CompareExchange(ref _owner, me, 0);
            return [|before == me|];
        }
        public bool Swap(object next)
        {
            var seen = Volatile.Read(ref _last);
            return [|Interlocked.CompareExchange(ref _last, next, seen) == _last|];
        }
        """);

    [Fact]
    public static Task What_is_taken_and_cleared_in_two_steps() => TypeTest<NonAtomicUpdate>.Verify("""
        private volatile Action _once;
        private TaskCompletionSource _waiter = new();
        public void Set(Action once) => _once = once;
        public void Fire()
        {
            if ([|_once|] is { } once)
            {
                _once = null;
                once();
            }
        }
        public void Finish()
        {
            var waiter = Volatile.Read(ref [|_waiter|]);
            Volatile.Write(ref _waiter, null);
            waiter?.SetResult();
        }
        """);

    [Fact]
    public static Task A_limit_that_is_compared_in_a_getter() => TypeTest<NonAtomicUpdate>.Verify("""
        private int _open;
        private int Open => Volatile.Read(ref _open);
        public bool TryOpen()
        {
            var open = [|Open|];
            if (open >= 10)
                return false;
            Interlocked.Increment(ref _open);
            return true;
        }
        """);
}
