using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.MixedAtomicAccessRule;

/// <summary>One access goes past the others.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task A_plain_read_that_decides() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _left;
        public bool TryTake()
        {
            if ([|_left|] > 0)
                return Interlocked.Decrement(ref _left) >= 0;
            return false;
        }
        """);

    [Fact]
    public static Task A_plain_read_beside_an_update() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public int Next()
        {
            var before = [|_n|];
            Interlocked.Increment(ref _n);
            return before;
        }
        """);

    [Fact]
    public static Task A_plain_reset() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _missing;
        private readonly int _all = 3;
        public void Signal()
        {
            if (Interlocked.Decrement(ref _missing) == 0)
                [|_missing|] = _all;
        }
        """);

    [Fact]
    public static Task A_plain_increment() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public void AddFast() => [|_n|]++;
        """);

    [Fact]
    public static Task A_flag_in_a_loop() => TypeTest<MixedAtomicAccess>.Verify("""
        private bool _stop;
        public void Run()
        {
            new Thread(Loop).Start();
            Volatile.Write(ref _stop, true);
        }
        private void Loop()
        {
            while (![|_stop|])
                Thread.Sleep(1);
        }
        """);

    [Fact]
    public static Task Two_words() => TypeTest<MixedAtomicAccess>.Verify("""
        private long _bytes;
        public void Add(long n) => Interlocked.Add(ref _bytes, n);
        public Func<double> Counter() => () => [|_bytes|];
        """);

    [Fact]
    public static Task A_reference_is_overwritten() => TypeTest<MixedAtomicAccess>.Verify("""
        private Action? _done;
        public void Set(Action done) => [|_done|] = done;
        public void Flush() => Interlocked.Exchange(ref _done, null)?.Invoke();
        """);

    [Fact]
    public static Task A_lock_on_one_side_only() => TypeTest<MixedAtomicAccess>.Verify("""
        private readonly object _gate = new();
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public void Clear() { lock (_gate) [|_n|] = 0; }
        """);

    [Fact]
    public static Task A_flag_that_is_compared() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _disposed;
        public bool IsDisposed => {|#0:_disposed|} == 1;
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
                Console.WriteLine("gone");
        }
        """, TypeTest<MixedAtomicAccess>.Finding().WithLocation(0).WithSeverity(Microsoft.CodeAnalysis.DiagnosticSeverity.Info));

    [Fact]
    public static Task A_helper_that_is_not_atomic() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public void Clear() => Set(ref [|_n|], 0);
        private static void Set(ref int place, int value) => place = value;
        """);

    [Fact]
    public static Task A_counter_that_a_loop_waits_for() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _running;
        public void Enter() => Interlocked.Increment(ref _running);
        public void Leave() => Interlocked.Decrement(ref _running);
        public void Drain() { while ([|_running|] > 0) ; }
        """);

    [Fact]
    public static Task A_flag_that_is_read_atomically_and_stored_plainly() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _closed;
        public void Close() => [|_closed|] = 1;
        public bool IsClosed => Volatile.Read(ref _closed) == 1;
        """);

    [Fact]
    public static Task Handed_by_reference_to_whoever_is_not() => TypeTest<MixedAtomicAccess>.Verify("""
        private string? _current;
        public bool IsSet => Volatile.Read(ref _current) != null;
        public void Take(string value) => Interlocked.CompareExchange(ref _current, value, null);
        public void Set(string value) => Set(ref [|_current|], value);
        private static void Set(ref string? slot, string value) => slot = value;
        """);

    [Fact]
    public static Task Others_than_its_maker_restore_it() => TypeTest<MixedAtomicAccess>.Verify("""
        private readonly Ids _ids = new();
        public int Next() => _ids.Next();
        public void Restore(int[] log) => _ids.Restore(log);

        private sealed class Ids
        {
            private int _last;
            public int Next() => Interlocked.Increment(ref _last);
            public void Restore(int[] log)
            {
                foreach (var id in log)
                    [|_last|] = id;
            }
        }
        """);

    [Fact]
    public static Task Set_when_others_have_it() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _pending;
        public void Start(List<Test> running)
        {
            running.Add(this);
            [|_pending|] = 1;
        }

        public bool Tick() => Interlocked.Decrement(ref _pending) > 0;
        """);

    [Fact]
    public static Task An_element() => TypeTest<MixedAtomicAccess>.Verify("""
        public sealed class Slots
        {
            private readonly int[] _slots = new int[8];
            public void Hit(int i) => Interlocked.Increment(ref _slots[i]);
            public void Drop(int i) => {|FEAR6001:_slots[i]|}--;
        }
        """);

    [Fact]
    public static Task A_derived_type() => TypeTest<MixedAtomicAccess>.Verify("""
        public class Scope
        {
            protected int Pending;
            public void Begin() => Interlocked.Increment(ref Pending);
        }
        public sealed class Loud : Scope
        {
            public void End() => {|FEAR6001:Pending|}--;
        }
        """);

    [Fact]
    public static Task A_fence_makes_no_update_of_one_step() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public void More() { Interlocked.MemoryBarrier(); [|_n|]++; }
        """);

    [Fact]
    public static Task Zeroes_that_something_else_goes_with() => TypeTest<MixedAtomicAccess>.Verify("""
        private long _calls;
        private long _failed;
        public void Call() => Interlocked.Increment(ref _calls);
        public void Fail() => Interlocked.Increment(ref _failed);
        public void Flush()
        {
            Console.WriteLine("flushed");
            [|_calls|] = 0;
            [|_failed|] = 0;
        }
        """);

    [Fact]
    public static Task A_claim_that_is_cleared_together_with_a_counter() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _claimed;
        private int _calls;
        public bool TryClaim() => Interlocked.CompareExchange(ref _claimed, 1, 0) == 0;
        public void Call() => Interlocked.Increment(ref _calls);
        public void End()
        {
            [|_claimed|] = 0;
            _calls = 0;
        }
        """);

    [Fact]
    public static Task An_attribute_that_takes_a_list() => TypeTest<MixedAtomicAccess>.Verify("""
        class TagsAttribute(params string[]? tags) : Attribute;

        [Tags(null)]
        public class Stock
        {
            private int _left;
            public bool TryTake()
            {
                if ([|_left|] == 0)
                    return false;
                return Interlocked.Decrement(ref _left) >= 0;
            }
        }
        """);
}
