using System;
using Fearless.Internal;
using Xunit;

namespace Fearless.Explorer.Locks;

/// <summary>Where the runtime cannot tell whether an exception is passing (the facade here says so), With and the entry filters do.</summary>
public class FallbackPoisoning
{
    [Fact]
    public void The_facade_cannot_tell() => Assert.False(Panicking.IsExact);

    [Fact]
    public void With_poisons_when_an_exception_leaves_it()
    {
        var m = new Mutex<int>(1);
        Assert.Throws<TimeoutException>(() => { m.With(static (ref _) => throw new TimeoutException()); });
        Assert.True(m.IsPoisoned);
        var l = new RwLock<int>(1);
        Assert.Throws<TimeoutException>(() => { l.WithMut(static (ref _) => throw new TimeoutException()); });
        Assert.True(l.IsPoisoned);
    }

    [Fact]
    public void With_does_not_poison_for_what_is_caught_inside()
    {
        var m = new Mutex<int>(1);
        m.With(static (ref v) =>
        {
            try { throw new TimeoutException(); }
            catch (TimeoutException) { v = 2; }
        });
        Assert.False(m.IsPoisoned);
    }

    [Fact]
    public void A_guard_poisons_when_the_exception_reaches_an_entry_with_the_filter()
    {
        var m = new Mutex<int>(1);
        Enter(() => { using var g = m.Lock(); throw new TimeoutException(); });
        Assert.True(m.IsPoisoned);
        m.ClearPoison();
        Enter(() => m.Lock().Dispose());
        Assert.False(m.IsPoisoned);
    }

    [Fact]
    public void A_guard_taken_while_the_exception_was_passing_does_not_poison()
    {
        var m = new Mutex<int>(1);
        Enter(() =>
        {
            try { throw new TimeoutException(); }
            finally { using var g = m.Lock(); g.Value = 2; }
        });
        Assert.False(m.IsPoisoned);
        Assert.Equal(2, m.IntoInner());
    }

    [Fact]
    public void A_guard_below_an_ordinary_catch_is_the_documented_weakness()
    {
        var m = new Mutex<int>(1);
        try { using var g = m.Lock(); throw new TimeoutException(); }
        catch (TimeoutException) { Assert.False(m.IsPoisoned); }
    }

    /// <summary>What Threads.Spawn and Threads.Catch do.</summary>
    private static void Enter(Action body)
    {
        try
        {
            body();
        }
        catch (Exception) when (Panicking.Passing())
        {
            Panicking.Caught();
        }
    }
}
