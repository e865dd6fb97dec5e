using System;
using System.Threading;
using Xunit;

namespace Fearless.Tests.Sharing;

public class ArcTests
{
    [Fact]
    public void AR01_Clones_share_the_value_across_threads()
    {
        using var arc = Arc.New("x");
        var clone = arc.Clone();
        Worker.Start(() => { using (clone) Assert.Same(arc.Value, clone.Value); }).Join();
    }

    [Fact]
    public void AR03_Counts_are_exact()
    {
        var arc = Arc.New(1);
        Assert.Equal((1, 0), (Arc.StrongCount(arc), Arc.WeakCount(arc)));
        var clone = arc.Clone();
        var weak = arc.Downgrade();
        Assert.Equal((2, 1), (Arc.StrongCount(arc), Arc.WeakCount(arc)));
        var weak2 = weak.Clone();
        Assert.True(weak.TryUpgrade(out var upgraded));
        Assert.Equal((3, 2), (Arc.StrongCount(weak), Arc.WeakCount(weak)));
        upgraded.Dispose();
        clone.Dispose();
        weak2.Dispose();
        Assert.Equal((1, 1), (Arc.StrongCount(arc), Arc.WeakCount(arc)));
        arc.Dispose();
        weak.Dispose();
    }

    [Fact]
    public void AR04_AR06_A_weak_reference_upgrades_while_the_value_lives()
    {
        var arc = Arc.New("x");
        var weak = arc.Downgrade();
        Assert.True(weak.TryUpgrade(out var again));
        Assert.True(Arc.PtrEq(arc, again));
        again.Dispose();
        arc.Dispose();
        Assert.False(weak.TryUpgrade(out var none));
        Assert.Null(none);
        Assert.Equal((0, 0), (Arc.StrongCount(weak), Arc.WeakCount(weak)));
    }

    [Fact]
    public void AR05_A_weak_reference_to_nothing()
    {
        var weak = new Weak<string>();
        Assert.False(weak.TryUpgrade(out _));
        Assert.False(weak.Clone().TryUpgrade(out _));
        Assert.Equal((0, 0), (Arc.StrongCount(weak), Arc.WeakCount(weak)));
    }

    [Fact]
    public void AR07_AR25_The_value_is_disposed_once_by_whoever_lets_go_last_even_if_weak_ones_remain()
    {
        var value = new Tracked();
        var arc = Arc.New(value);
        var clone = arc.Clone();
        var weak = arc.Downgrade();
        arc.Dispose();
        Assert.Equal(0, value.Disposals);
        int thread = 0;
        Worker.Start(() => { thread = Environment.CurrentManagedThreadId; clone.Dispose(); }).Join();
        Assert.Equal(1, value.Disposals);
        Assert.Equal(thread, value.DisposedOn);
        weak.Dispose();
        Assert.Equal(1, value.Disposals);
    }

    [Fact]
    public void AR08_TryUnwrap_gives_the_value_to_the_last_reference_only()
    {
        var value = new Tracked();
        var arc = Arc.New(value);
        var clone = arc.Clone();
        var weak = arc.Downgrade();
        Assert.False(Arc.TryUnwrap(arc, out _));
        Assert.Same(value, arc.Value);
        clone.Dispose();
        Assert.True(Arc.TryUnwrap(arc, out var taken));
        Assert.Same(value, taken);
        Assert.Equal(0, value.Disposals);
        Assert.False(weak.TryUpgrade(out _));
        Expect.Throws<ObjectDisposedException>(() => _ = arc.Value);
        arc.Dispose();
        Assert.Equal(0, value.Disposals);
    }

    [Fact]
    public void AR09_Of_two_threads_that_take_the_last_two_exactly_one_gets_the_value()
    {
        Stress.Rounds(100, _ =>
        {
            var value = new Tracked();
            var a = Arc.New(value);
            var handles = new[] { a, a.Clone() };
            int got = 0;
            Worker.RunAll(2, i => { if (Arc.IntoInner(handles[i], out var taken)) { Assert.Same(value, taken); Interlocked.Increment(ref got); } });
            Assert.Equal(1, got);
            Assert.Equal(0, value.Disposals);
        });
    }

    [Fact]
    public void AR10_IntoInner_of_a_shared_value_gives_the_reference_up()
    {
        var a = Arc.New(new Tracked());
        var b = a.Clone();
        Assert.False(Arc.IntoInner(a, out _));
        Expect.Throws<ObjectDisposedException>(() => _ = a.Value);
        Assert.True(Arc.IntoInner(b, out var value));
        Assert.Equal(0, value.Disposals);
    }

    [Fact]
    public void AR13_NewCyclic_upgrades_only_after_the_factory()
    {
        bool early = true;
        int strong = -1;
        using var node = Arc.NewCyclic<Node>(self =>
        {
            early = self.TryUpgrade(out _);
            strong = Arc.StrongCount(self);
            return new Node(self);
        });
        Assert.False(early);
        Assert.Equal(0, strong);
        Assert.Equal((1, 1), (Arc.StrongCount(node), Arc.WeakCount(node)));
        Assert.True(node.Value.Self.TryUpgrade(out var self));
        Assert.True(Arc.PtrEq(node, self));
        self.Dispose();
        Expect.Throws<Boom>(() => Arc.NewCyclic<Node>(_ => throw new Boom()));
    }

    [Fact]
    public void AR14_PtrEq_means_the_same_value_not_an_equal_one()
    {
        var a = Arc.New("x");
        var b = Arc.New("x");
        var c = a.Clone();
        Assert.True(Arc.PtrEq(a, c));
        Assert.False(Arc.PtrEq(a, b));
        Assert.True(Arc.PtrEq(a.Downgrade(), c.Downgrade()));
        Assert.False(Arc.PtrEq(a.Downgrade(), b.Downgrade()));
        Assert.True(Arc.PtrEq(new Weak<string>(), new Weak<string>()));
    }

    [Fact]
    public void AR15_The_text_is_the_values()
    {
        var a = Arc.New(5);
        Assert.Equal("5", a.ToString());
        Assert.Equal("(Weak)", a.Downgrade().ToString());
        a.Dispose();
        Assert.Equal("<disposed>", a.ToString());
    }

    [Fact]
    public void AR17_A_cycle_through_a_weak_reference_in_a_mutex_is_disposed_once()
    {
        var value = new SelfHolder();
        var arc = Arc.New(value);
        value.Self.Replace(arc.Downgrade());
        arc.Dispose();
        Assert.Equal(1, value.Disposals);
    }

    [Fact]
    public void AR18_A_panic_in_the_values_Dispose_leaves_the_counts_right()
    {
        var arc = Arc.New(new Exploding());
        var weak = arc.Downgrade();
        Expect.Throws<Boom>(arc.Dispose);
        arc.Dispose();
        Assert.Equal(0, Arc.StrongCount(weak));
        Assert.False(weak.TryUpgrade(out _));
    }

    [Fact]
    public void AR23_What_was_written_before_letting_go_is_seen_by_the_one_that_disposes()
    {
        Stress.Rounds(100, _ =>
        {
            var value = new Writes();
            var first = Arc.New(value);
            var handles = new[] { first, first.Clone(), first.Clone() };
            Worker.RunAll(3, i => { handles[i].Value.Slots[i * 16] = i + 1; handles[i].Dispose(); });
            Assert.Equal(6, value.SumAtDisposal);
        });
    }

    [Fact]
    public void AR24_Disposing_one_handle_twice_counts_once_and_a_disposed_handle_fails()
    {
        var value = new Tracked();
        var a = Arc.New(value);
        var b = a.Clone();
        a.Dispose();
        a.Dispose();
        Assert.Equal(0, value.Disposals);
        Assert.Contains("Clone()", Expect.Throws<ObjectDisposedException>(() => _ = a.Value).Message);
        Expect.Throws<ObjectDisposedException>(() => a.Clone());
        Expect.Throws<ObjectDisposedException>(() => a.Downgrade());
        Expect.Throws<ObjectDisposedException>(() => Arc.StrongCount(a));
        Expect.Throws<ObjectDisposedException>(() => Arc.TryUnwrap(a, out _));
        var weak = b.Downgrade();
        weak.Dispose();
        weak.Dispose();
        Assert.Equal(0, Arc.WeakCount(b));
        Expect.Throws<ObjectDisposedException>(() => weak.TryUpgrade(out _));
        Expect.Throws<ObjectDisposedException>(() => weak.Clone());
        b.Dispose();
        Assert.Equal(1, value.Disposals);
    }

    [Fact]
    public void AR06_Upgrading_races_with_the_last_dispose_and_never_revives()
    {
        Stress.Rounds(200, _ =>
        {
            var value = new Tracked();
            var arc = Arc.New(value);
            var weak = arc.Downgrade();
            Worker.RunAll(2, i =>
            {
                if (i == 0) arc.Dispose();
                else if (weak.TryUpgrade(out var strong)) { Assert.Equal(0, strong.Value.Disposals); strong.Dispose(); }
            });
            Assert.Equal(1, value.Disposals);
        });
    }

    [Fact]
    public void Null_is_refused()
    {
        Expect.Throws<ArgumentNullException>(() => Arc.NewCyclic<string>(null!));
        Expect.Throws<ArgumentNullException>(() => Arc.StrongCount((Arc<int>)null!));
        Expect.Throws<ArgumentNullException>(() => Arc.WeakCount((Arc<int>)null!));
        Expect.Throws<ArgumentNullException>(() => Arc.TryUnwrap<int>(null!, out _));
        Expect.Throws<ArgumentNullException>(() => Arc.PtrEq(Arc.New(1), null!));
    }

    private sealed class Node(Weak<Node> self)
    {
        public Weak<Node> Self => self;
    }

    private sealed class SelfHolder : IDisposable
    {
        public readonly Mutex<Weak<SelfHolder>> Self = new(new Weak<SelfHolder>());
        public int Disposals;

        public void Dispose()
        {
            Disposals++;
            using var self = Self.Lock();
            Assert.False(self.Value.TryUpgrade(out _));
            self.Value.Dispose();
        }
    }

    private sealed class Exploding : IDisposable
    {
        public void Dispose() => throw new Boom();
    }

    private sealed class Writes : IDisposable
    {
        public readonly int[] Slots = new int[48];
        public int SumAtDisposal;

        public void Dispose()
        {
            foreach (int slot in Slots) SumAtDisposal += slot;
        }
    }
}
