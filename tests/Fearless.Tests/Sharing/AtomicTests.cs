using System;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Sharing;

public class AtomicTests
{
    private static readonly Atomic<int> s_static = new();

    private enum Small : byte { A, B }

    private enum Big : ulong { A, B = ulong.MaxValue }

    [Fact]
    public void AT01_AT06_Every_supported_type_loads_stores_swaps_and_exchanges()
    {
        Check(false, true);
        Check((byte)1, byte.MaxValue);
        Check((sbyte)-1, sbyte.MinValue);
        Check((short)-1, short.MinValue);
        Check('a', char.MaxValue);
        Check((ushort)1, ushort.MaxValue);
        Check(1, int.MinValue);
        Check(1u, uint.MaxValue);
        Check(1L, long.MinValue);
        Check(1UL, ulong.MaxValue);
        Check((nint)1, nint.MinValue);
        Check((nuint)1, nuint.MaxValue);
        Check(1.5f, float.MaxValue);
        Check(1.5, double.MaxValue);
        Check(Small.A, Small.B);
        Check(Big.A, Big.B);
    }

    private static void Check<T>(T a, T b) where T : unmanaged
    {
        var atomic = new Atomic<T>(a);
        Assert.Equal(a, atomic.Load());
        atomic.Store(b);
        Assert.Equal(b, atomic.Swap(a));
        Assert.False(atomic.CompareExchange(b, b, out T seen));
        Assert.Equal(a, seen);
        Assert.Equal(a, atomic.Load());
        Assert.True(atomic.CompareExchange(a, b, out seen));
        Assert.Equal(a, seen);
        Assert.Equal(b, atomic.Load());
        Assert.Equal(b.ToString(), atomic.ToString());
        Assert.Equal(default, new Atomic<T>().Load());
    }

    [Fact]
    public void AT01_Floating_point_numbers_are_compared_by_their_bits()
    {
        var nan = new Atomic<double>(double.NaN);
        Assert.True(nan.CompareExchange(double.NaN, 0.0, out _));
        Assert.False(nan.CompareExchange(-0.0, 1.0, out _));
        Assert.Equal(0.0, nan.FetchUpdate(static v => v + 2.5));
        Assert.Equal(2.5, nan.Load());
    }

    [Fact]
    public void Types_that_are_not_a_word_are_refused()
    {
        Assert.Contains("Mutex<T>", Expect.Throws<NotSupportedException>(() => _ = new Atomic<Guid>()).Message);
        Expect.Throws<NotSupportedException>(() => _ = new Atomic<decimal>());
        Expect.Throws<NotSupportedException>(() => _ = new Atomic<Int128>());
        Expect.Throws<NotSupportedException>(() => _ = new Atomic<DateTime>());
        Expect.Throws<NotSupportedException>(() => _ = new Atomic<(int, int)>());
    }

    [Fact]
    public void AT02_Bitwise_operations_return_the_old_value()
    {
        Assert.Equal((0b1100, 0b1000), Apply(0b1100, static a => a.FetchAnd(0b1010)));
        Assert.Equal((0b1100, 0b1110), Apply(0b1100, static a => a.FetchOr(0b1010)));
        Assert.Equal((0b1100, 0b0110), Apply(0b1100, static a => a.FetchXor(0b1010)));
        Assert.Equal((0b1100, ~0b1000), Apply(0b1100, static a => a.FetchNand(0b1010)));
        Assert.Equal((0xF0L << 40, 0x30L << 40), Apply(0xF0L << 40, static a => a.FetchAnd(0x3FL << 40)));
        Assert.Equal((1L, 1L | (1L << 50)), Apply(1L, static a => a.FetchOr(1L << 50)));
        Assert.Equal(((byte)0b1100, (byte)0b1000), Apply((byte)0b1100, static a => a.FetchAnd((byte)0b1010)));
        Assert.Equal(((short)-1, (short)-1), Apply((short)-1, static a => a.FetchOr((short)7)));
        Assert.Equal(((ushort)1, ushort.MaxValue), Apply((ushort)1, static a => a.FetchNand((ushort)0)));
    }

    [Fact]
    public void AT02_AT03_Truth_tables_of_booleans()
    {
        foreach (bool old in new[] { false, true })
        {
            foreach (bool value in new[] { false, true })
            {
                Assert.Equal((old, old & value), Apply(old, a => a.FetchAnd(value)));
                Assert.Equal((old, old | value), Apply(old, a => a.FetchOr(value)));
                Assert.Equal((old, old ^ value), Apply(old, a => a.FetchXor(value)));
                Assert.Equal((old, !(old & value)), Apply(old, a => a.FetchNand(value)));
            }
        }
    }

    [Fact]
    public void AT04_Min_and_max_return_the_old_value()
    {
        Assert.Equal((5, 3), Apply(5, static a => a.FetchMin(3)));
        Assert.Equal((5, 5), Apply(5, static a => a.FetchMin(7)));
        Assert.Equal((5, 7), Apply(5, static a => a.FetchMax(7)));
        Assert.Equal((-5, -5), Apply(-5, static a => a.FetchMax(-7)));
        Assert.Equal((1u, uint.MaxValue), Apply(1u, static a => a.FetchMax(uint.MaxValue)));
    }

    [Fact]
    public void AT05_Adding_and_subtracting_wrap_around()
    {
        Assert.Equal((int.MaxValue, int.MinValue), Apply(int.MaxValue, static a => a.FetchAdd(1)));
        Assert.Equal((long.MinValue, long.MaxValue), Apply(long.MinValue, static a => a.FetchSub(1)));
        Assert.Equal((0u, uint.MaxValue), Apply(0u, static a => a.FetchSub(1u)));
        Assert.Equal((byte.MaxValue, (byte)1), Apply(byte.MaxValue, static a => a.FetchAdd((byte)2)));
        Assert.Equal((sbyte.MinValue, sbyte.MaxValue), Apply(sbyte.MinValue, static a => a.FetchSub((sbyte)1)));
        Assert.Equal((int.MinValue, 0), Apply(int.MinValue, static a => a.FetchSub(int.MinValue)));
        Assert.Equal(((nint)1, (nint)3), Apply((nint)1, static a => a.FetchAdd((nint)2)));
    }

    [Fact]
    public void AT06_A_static_atomic_works_from_the_first_access()
    {
        Worker.RunAll(2, static _ => s_static.FetchAdd(1));
        Assert.Equal(2, s_static.Load());
    }

    [Fact]
    public void AT08_AT09_FetchUpdate_stores_the_result_and_returns_the_old_value()
    {
        var a = new Atomic<int>(1);
        int calls = 0;
        Assert.Equal(1, a.FetchUpdate(v =>
        {
            // The first attempt is beaten by somebody else, as under contention.
            if (calls++ == 0) a.Store(1 + v);
            return v * 10;
        }) - 1);
        Assert.Equal(2, calls);
        Assert.Equal(20, a.Load());
        Expect.Throws<Boom>(() => a.FetchUpdate(static _ => throw new Boom()));
        Assert.Equal(20, a.Load());
        Expect.Throws<ArgumentNullException>(() => a.FetchUpdate(null!));
    }

    [Fact]
    public void AT11_Eight_threads_lose_no_addition()
    {
        var word = new Atomic<int>();
        var small = new Atomic<short>();
        var updated = new Atomic<long>();
        Worker.RunAll(8, _ =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                word.FetchAdd(1);
                small.FetchAdd((short)1);
                updated.FetchUpdate(static v => v + 1);
            }
        });
        Assert.Equal(160_000, word.Load());
        Assert.Equal(unchecked((short)160_000), small.Load());
        Assert.Equal(160_000, updated.Load());
    }

    [Fact]
    public void Stores_and_loads_are_sequentially_consistent()
    {
        // Dekker: with anything weaker both could read 0.
        Stress.Rounds(200, _ =>
        {
            var x = new Atomic<int>();
            var y = new Atomic<int>();
            int sawY = -1, sawX = -1;
            Worker.RunAll(2, i =>
            {
                if (i == 0) { x.Store(1); sawY = y.Load(); }
                else { y.Store(1); sawX = x.Load(); }
            });
            Assert.True(sawX + sawY > 0);
        });
    }

    [Fact]
    public void AtomicRef_compares_references()
    {
        string a = new('a', 1), equal = new('a', 1);
        var r = new AtomicRef<string>(a);
        Assert.False(r.CompareExchange(equal, "b", out string seen));
        Assert.Same(a, seen);
        Assert.True(r.CompareExchange(a, equal, out seen));
        Assert.Same(a, seen);
        Assert.Same(equal, r.Swap("c"));
        r.Store("d");
        Assert.Equal("d", r.Load());
        Assert.Equal("d", r.ToString());
        Assert.Null(new AtomicRef<string?>(null).Load());
    }

    [Fact]
    public void AtomicRef_publishes_complete_objects()
    {
        var r = new AtomicRef<int[]?>(null);
        Worker writer = Worker.Start(() => { for (int i = 1; i <= 20_000; i++) r.Store([i, i]); });
        int[]? seen;
        do
        {
            seen = r.Load();
            if (seen is not null) Assert.Equal(seen[0], seen[1]);
        } while (seen?[0] != 20_000);
        writer.Join();
    }

    private static (T Old, T New) Apply<T>(T initial, Func<Atomic<T>, T> operation) where T : unmanaged
    {
        var atomic = new Atomic<T>(initial);
        return (operation(atomic), atomic.Load());
    }
}
