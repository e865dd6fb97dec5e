using System;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Locks;

public class LocksBothTests
{
    [Fact]
    public void Transfers_in_both_directions_neither_deadlock_nor_lose_money()
    {
        var a = new Mutex<int>(1000);
        var b = new Mutex<long>(1000);
        Worker.RunAll(4, i =>
        {
            for (int k = 0; k < 500; k++)
            {
                if (i % 2 == 0)
                {
                    using var pair = Fearless.Locks.Both(a, b);
                    pair.A--;
                    pair.B++;
                }
                else
                {
                    using var pair = Fearless.Locks.Both(b, a);
                    pair.A--;
                    pair.B++;
                }
            }
        });
        Assert.Equal(1000, a.IntoInner());
        Assert.Equal(1000, b.IntoInner());
    }

    [Fact]
    public void The_same_mutex_twice_and_null_are_refused()
    {
        var a = new Mutex<int>(1);
        Expect.Throws<ArgumentException>(() => Fearless.Locks.Both(a, a).Dispose());
        Expect.Throws<ArgumentNullException>(() => Fearless.Locks.Both<int, int>(null!, a).Dispose());
        Expect.Throws<ArgumentNullException>(() => Fearless.Locks.Both<int, int>(a, null!).Dispose());
        Assert.True(a.TryLock(out var g));
        g.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Failing_keeps_and_poisons_neither(bool firstIsPoisoned)
    {
        var a = new Mutex<int>(1);
        var b = new Mutex<int>(2);
        Fearless.Locks.Both(a, b).Dispose();
        Mutex<int> bad = firstIsPoisoned ? a : b;
        Mutex<int> good = firstIsPoisoned ? b : a;
        Expect.Throws<Boom>(() => bad.With(static (ref _) => throw new Boom()));
        Expect.Throws<PoisonedException>(() => Fearless.Locks.Both(a, b).Dispose());
        Expect.Throws<PoisonedException>(() => Fearless.Locks.Both(b, a).Dispose());
        Assert.False(good.IsPoisoned);
        Assert.True(good.TryLock(out var g));
        g.Dispose();
        using var h = bad.Lock(out bool _);
        Assert.True(h.IsHeld);
    }

    [Fact]
    public void A_thread_that_holds_one_of_them_is_told()
    {
        var a = new Mutex<int>(1);
        var b = new Mutex<int>(2);
        using var g = b.Lock();
        Expect.Throws<LockRecursionException>(() => Fearless.Locks.Both(a, b).Dispose());
        Assert.True(a.TryLock(out var free));
        free.Dispose();
        Assert.True(g.IsHeld);
    }

    [Fact]
    public void A_panic_poisons_both_and_a_copy_releases_nothing_later()
    {
        var a = new Mutex<int>(1);
        var b = new Mutex<int>(2);
        Expect.Throws<Boom>(() => { using var pair = Fearless.Locks.Both(a, b); throw new Boom(); });
        Assert.True(a.IsPoisoned && b.IsPoisoned);
        a.ClearPoison();
        b.ClearPoison();
        var first = Fearless.Locks.Both(a, b);
        var copy = first;
        first.Dispose();
        using var held = a.Lock();
        copy.Dispose();
        Assert.True(held.IsHeld);
    }
}
