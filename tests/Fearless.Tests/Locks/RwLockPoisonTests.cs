using System;
using Xunit;

namespace Fearless.Tests.Locks;

public class RwLockPoisonTests
{
    private static void Poison<T>(RwLock<T> l) => Expect.Throws<Boom>(() => { using var g = l.Write(); throw new Boom(); });

    [Fact]
    public void RW26_RW27_A_panic_in_a_writer_poisons_for_readers_and_writers()
    {
        var l = new RwLock<int>(1);
        Assert.False(l.IsPoisoned);
        Assert.IsType<Boom>(Worker.Start(() => { using var g = l.Write(); throw new Boom(); }).JoinFailure());
        Assert.True(l.IsPoisoned);
        Expect.Throws<PoisonedException>(() => l.Read().Dispose());
        Expect.Throws<PoisonedException>(() => l.Write().Dispose());
        Expect.Throws<PoisonedException>(() => l.With(static (ref readonly v) => v));
        Expect.Throws<PoisonedException>(() => l.WithMut(static (ref v) => v++));
    }

    [Fact]
    public void RW28_RW32_A_panic_while_a_part_is_borrowed_for_writing_releases_and_poisons()
    {
        var l = new RwLock<int[]>([1, 2]);
        Expect.Throws<Boom>(() => l.WithMut((ref v) => Throw(ref v[0])));
        Expect.Throws<PoisonedException>(() => l.TryRead().Dispose());
        Expect.Throws<PoisonedException>(() => l.TryWrite().Dispose());
    }

    [Fact]
    public void RW29_A_panic_in_a_reader_does_not_poison()
    {
        var l = new RwLock<int>(1);
        Assert.IsType<Boom>(Worker.Start(() => { using var g = l.Read(); throw new Boom(); }).JoinFailure());
        Assert.False(l.IsPoisoned);
        using (var r = l.Read()) Assert.Equal(1, r.Value);
        using var w = l.Write();
        Assert.Equal(1, w.Value);
    }

    [Fact]
    public void RW30_RW31_A_panic_while_a_part_is_borrowed_for_reading_releases_and_does_not_poison()
    {
        var l = new RwLock<int[]>([1, 2]);
        Expect.Throws<Boom>(() => l.With<int>((ref readonly v) => Throw(ref v[0])));
        Expect.Throws<Boom>(() =>
        {
            using var g = l.Read();
            ref readonly int part = ref g.Value[1];
            throw new Boom();
        });
        Assert.False(l.IsPoisoned);
        Assert.True(l.TryWrite(out var w));
        w.Dispose();
    }

    [Fact]
    public void RW33_IntoInner_and_Replace_of_a_poisoned_lock_keep_the_value()
    {
        var l = new RwLock<string>("old");
        Poison(l);
        Expect.Throws<PoisonedException>(() => l.IntoInner());
        Expect.Throws<PoisonedException>(() => l.Replace("new"));
        l.ClearPoison();
        Assert.Equal("old", l.IntoInner());
    }

    [Fact]
    public void RW34_A_poisoned_lock_can_be_reached_all_the_same()
    {
        var l = new RwLock<int>(1);
        Poison(l);
        using (var w = l.Write(out bool poisoned))
        {
            Assert.True(poisoned);
            w.Value = 2;
        }
        using (var r = l.Read(out bool poisoned))
        {
            Assert.True(poisoned);
            Assert.Equal(2, r.Value);
            Worker.Start(() => Assert.False(l.TryWrite().IsHeld)).Join();
        }
        Assert.True(l.IsPoisoned);
    }

    [Fact]
    public void RW35_A_poisoned_lock_that_is_held_exclusively_tells_a_try_that_it_is_held()
    {
        var l = new RwLock<int>(1);
        Poison(l);
        Expect.Throws<PoisonedException>(() => l.TryRead(out _));
        Expect.Throws<PoisonedException>(() => l.TryWrite(out _));
        Expect.Throws<PoisonedException>(() => l.TryRead(TimeSpan.Zero, out _));
        Expect.Throws<PoisonedException>(() => l.TryWrite(TimeSpan.Zero, out _));
        using var w = l.Write(out bool _);
        Worker.Start(() =>
        {
            Assert.False(l.TryRead().IsHeld);
            Assert.False(l.TryWrite().IsHeld);
        }).Join();
    }

    [Fact]
    public void RW36_ClearPoison_makes_it_sound_again()
    {
        var l = new RwLock<int>(1);
        Poison(l);
        using (l.Read(out bool _)) Worker.Start(l.ClearPoison).Join();
        Assert.False(l.IsPoisoned);
        l.Read().Dispose();
        using var w = l.Write(out bool wasPoisoned);
        Assert.False(wasPoisoned);
    }

    private static int Throw(ref int _) => throw new Boom();
}
