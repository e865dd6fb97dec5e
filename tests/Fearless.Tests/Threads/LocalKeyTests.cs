using System;
using System.Collections.Generic;
using System.Threading;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Threading;

public sealed class LocalKeyTests
{
    [Fact]
    public void TL01_each_thread_has_its_own_value()
    {
        var key = new LocalKey<int>(() => 1);
        key.Set(5);
        Assert.Equal(1, Threads.Spawn(key.Get).Join());
        Assert.Equal(5, key.Get());
        Threads.Spawn(() => key.Set(9)).Join();
        Assert.Equal(5, key.Get());
    }

    [Fact]
    public void TL02_the_initialiser_runs_lazily_and_once_per_thread()
    {
        var runs = 0;
        var key = new LocalKey<int>(() => Interlocked.Increment(ref runs));
        Assert.Equal(0, runs);
        Assert.Equal(1, key.Get());
        Assert.Equal(1, key.Get());
        Assert.Equal(2, Threads.Spawn(key.Get).Join());
    }

    [Fact]
    public void TL03_TL04_the_value_is_disposed_before_join_returns() => Repeat.Run(50, _ =>
    {
        var value = new Droppable();
        var key = new LocalKey<Droppable>(() => value);
        Threads.Spawn(() => { key.With((ref Droppable _) => { }); }).Join();
        Assert.Equal(1, value.Drops);
    });

    [Fact]
    public void TL04_the_value_is_disposed_before_a_scope_or_a_task_ends()
    {
        var value = new Droppable();
        var key = new LocalKey<Droppable>(() => value);
        Threads.Scope(scope => { scope.Spawn(() => { key.Get(); }); });
        Assert.Equal(1, value.Drops);
    }

    [Fact]
    public void TL05_TL06_the_values_own_dispose_cannot_use_it()
    {
        LocalKey<Droppable>? key = null;
        var tried = true;
        Exception? thrown = null;
        key = new LocalKey<Droppable>(() => new Droppable(() =>
        {
            tried = key!.TryWith((ref Droppable _) => { });
            thrown = Record.Exception(() => key.Get());
        }));
        Threads.Spawn(() => { key.Get(); }).Join();
        Assert.False(tried);
        Assert.IsType<InvalidOperationException>(thrown);
    }

    [Fact]
    public void TL07_a_dispose_may_use_other_keys_which_are_disposed_too()
    {
        var inner = new Droppable();
        var innerKey = new LocalKey<Droppable>(() => inner);
        var middle = new Droppable(() => innerKey.Get());
        var middleKey = new LocalKey<Droppable>(() => middle);
        var outerKey = new LocalKey<Droppable>(() => new Droppable(() => middleKey.Get()));
        Threads.Spawn(() => { outerKey.Get(); }).Join();
        Assert.Equal(1, middle.Drops);
        Assert.Equal(1, inner.Drops);
    }

    [Fact]
    public void TL08_the_current_thread_is_known_in_a_dispose()
    {
        string? name = null;
        var key = new LocalKey<Droppable>(() => new Droppable(() => name = Thread.CurrentThread.Name));
        new ThreadBuilder().Name("late").Spawn(() => { key.Get(); }).Join();
        Assert.Equal("late", name);
    }

    [Fact]
    public void TL09_set_before_the_first_access_does_not_run_the_initialiser()
    {
        var runs = 0;
        var key = new LocalKey<int>(() => ++runs);
        key.Set(7);
        Assert.Equal(7, key.Get());
        Assert.Equal(0, runs);
    }

    [Fact]
    public void TL10_get_set_take_and_replace()
    {
        var key = new LocalKey<int>(() => 1);
        Assert.Equal(1, key.Replace(2));
        Assert.Equal(2, key.Get());
        key.Set(3);
        Assert.Equal(3, key.Take());
        Assert.Equal(0, key.Get());
    }

    [Fact]
    public void TL10_set_disposes_the_old_value_and_replace_hands_it_out()
    {
        var first = new Droppable();
        var second = new Droppable();
        var key = new LocalKey<Droppable>(() => first);
        key.Get();
        key.Set(second);
        Assert.Equal(1, first.Drops);
        Assert.Same(second, key.Replace(new Droppable()));
        Assert.Equal(0, second.Drops);
    }

    [Fact]
    public void TL11_with_gives_access_and_a_nested_one_fails()
    {
        var key = new LocalKey<int>(() => 1);
        key.With((ref int value) =>
        {
            value = 5;
            Assert.Throws<InvalidOperationException>(() => key.With((ref int _) => { }));
            Assert.Throws<InvalidOperationException>(() => key.Set(3));
        });
        Assert.Equal(5, key.With((ref int value) => value));
    }

    [Fact]
    public void TL11_a_throwing_body_leaves_the_value_usable()
    {
        var key = new LocalKey<int>(() => 1);
        Assert.Throws<FormatException>(() => key.With((ref int value) =>
        {
            value = 2;
            throw new FormatException();
        }));
        Assert.Equal(2, key.Get());
    }

    [Fact]
    public void TL12_TL13_values_that_must_not_cross_and_containers_work()
    {
        var key = new LocalKey<Dictionary<string, List<int>>>(() => []);
        key.With((ref Dictionary<string, List<int>> map) => map["a"] = [1, 2]);
        Assert.Equal(0, Threads.Spawn(() => key.Get().Count).Join());
        Assert.Equal([1, 2], key.Get()["a"]);
    }

    [Fact]
    public void TL14_on_a_thread_that_is_not_ours_the_value_is_kept()
    {
        var value = new Droppable();
        var key = new LocalKey<Droppable>(() => value);
        var thread = new Thread(() => key.Get());
        thread.Start();
        thread.Join();
        Assert.Equal(0, value.Drops);
    }

    [Fact]
    public void An_initialiser_that_throws_is_tried_again_and_one_that_recurses_fails()
    {
        var runs = 0;
        var key = new LocalKey<int>(() => ++runs == 1 ? throw new FormatException() : runs);
        Assert.Throws<FormatException>(() => key.Get());
        Assert.Equal(2, key.Get());

        LocalKey<int>? recursive = null;
        recursive = new LocalKey<int>(() => recursive!.Get());
        Assert.Throws<InvalidOperationException>(() => recursive.Get());
    }

    [Fact]
    public void A_panic_in_a_dispose_is_the_threads_and_the_other_values_are_still_disposed()
    {
        var other = new Droppable();
        var otherKey = new LocalKey<Droppable>(() => other);
        var badKey = new LocalKey<Droppable>(() => new Droppable(() => throw new FormatException()));
        var panic = Threads.Spawn(() =>
        {
            otherKey.Get();
            badKey.Get();
        }).JoinPanic();
        Assert.IsType<FormatException>(panic);
        Assert.Equal(1, other.Drops);
    }
}
