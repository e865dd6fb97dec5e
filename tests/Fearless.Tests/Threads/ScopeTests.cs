using System;
using System.Linq;
using System.Threading;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Threading;

public sealed class ScopeTests
{
    [Fact]
    public void SP01_threads_use_the_callers_locals_and_are_done_when_scope_returns()
    {
        int a = 0, b = 0;
        Threads.Scope(scope =>
        {
            scope.Spawn(() => { a = 1; });
            scope.Spawn(() => { b = 2; });
        });
        Assert.Equal(3, a + b);
    }

    [Fact]
    public void SP02_scope_returns_the_bodys_value() => Assert.Equal(5, Threads.Scope(scope => scope.Spawn(() => 5).Join()));

    [Fact]
    public void SP03_threads_not_joined_by_hand_are_joined_at_the_end()
    {
        using var gate = new ManualResetEventSlim();
        var ended = 0;
        Threads.Scope(scope =>
        {
            for (var i = 0; i < 4; i++)
            {
                scope.Spawn(() =>
                {
                    Eventually.Set(gate);
                    Interlocked.Increment(ref ended);
                });
            }

            gate.Set();
        });
        Assert.Equal(4, ended);
    }

    [Fact]
    public void SP04_a_scoped_thread_and_the_dispose_of_an_unjoined_result_may_spawn_into_the_scope()
    {
        var ran = 0;
        Threads.Scope(scope =>
        {
            scope.Spawn(() => { scope.Spawn(() => Interlocked.Increment(ref ran)); });
            scope.Spawn(() => new Droppable(() => scope.Spawn(() => { Interlocked.Increment(ref ran); })));
        });
        Assert.Equal(2, ran);
    }

    [Fact]
    public void SP05_RY03_an_unjoined_panic_is_raised_after_all_have_ended()
    {
        using var gate = new ManualResetEventSlim();
        var ended = false;
        var thrown = new FormatException();
        var panic = Assert.Throws<PanicException>(() => Threads.Scope(scope =>
        {
            scope.Spawn(void () =>
            {
                gate.Set();
                throw thrown;
            });
            scope.Spawn(() =>
            {
                Eventually.Set(gate);
                ended = true;
            });
        }));
        Assert.True(ended);
        Assert.Equal("a scoped thread panicked", panic.Message);
        Assert.Same(thrown, panic.InnerException);
    }

    [Fact]
    public void SP05_several_panics_are_all_attached()
    {
        var panic = Assert.Throws<PanicException>(() => Threads.Scope(scope =>
        {
            scope.Spawn(void () => throw new FormatException());
            scope.Spawn(void () => throw new FormatException());
        }));
        Assert.Equal(2, Assert.IsType<AggregateException>(panic.InnerException).InnerExceptions.Count);
    }

    [Fact]
    public void SP06_a_panic_joined_by_hand_is_not_raised_again()
    {
        Threads.Scope(scope =>
        {
            Assert.NotNull(scope.Spawn(void () => throw new FormatException()).JoinPanic());
            Assert.False(scope.Spawn(int () => throw new FormatException()).JoinResult().IsOk);
        });
    }

    [Fact]
    public void SP07_the_bodys_own_exception_wins_unchanged_after_all_have_ended()
    {
        using var gate = new ManualResetEventSlim();
        var ended = false;
        var thrown = new TimeZoneNotFoundException();
        var caught = Assert.Throws<TimeZoneNotFoundException>(() => Threads.Scope(void (scope) =>
        {
            scope.Spawn(void () => throw new FormatException());
            scope.Spawn(() =>
            {
                Eventually.Set(gate);
                ended = true;
            });
            gate.Set();
            throw thrown;
        }));
        Assert.True(ended);
        Assert.Same(thrown, caught);
    }

    [Fact]
    public void SP08_a_scoped_handle_gives_the_value_or_the_payload() => Threads.Scope(scope =>
    {
        Assert.Equal(3, scope.Spawn(() => 3).JoinResult().Value);
        var thrown = new FormatException();
        Assert.Same(thrown, scope.Spawn(int () => throw thrown).JoinResult().Panic);
    });

    [Fact]
    public void SP09_the_builder_spawns_into_a_scope() => Threads.Scope(scope =>
    {
        var builder = new ThreadBuilder().Name("scoped").StackSize(1);
        Assert.Equal("scoped", builder.SpawnScoped(scope, () => Thread.CurrentThread.Name).Join());
        builder.SpawnScoped(scope, () => { }).Join();
        Assert.Throws<ArgumentNullException>(() => builder.SpawnScoped(null!, () => { }));
    });

    [Fact]
    public void SP10_results_are_dropped_before_scope_returns()
    {
        var result = new Droppable();
        Threads.Scope(scope => { scope.Spawn(() => result); });
        Assert.Equal(1, result.Drops);

        var kept = Threads.Scope(scope => scope.Spawn(() => new Droppable()).Join());
        Assert.Equal(0, kept.Drops);
    }

    [Fact]
    public void SP10_a_panic_in_a_results_dispose_is_raised_by_the_scope()
    {
        var panic = Assert.Throws<PanicException>(() => Threads.Scope(scope =>
        {
            scope.Spawn(() => new Droppable(void () => throw new FormatException()));
        }));
        Assert.IsType<FormatException>(panic.InnerException);
    }

    [Fact]
    public void SP11_ten_threads_load_the_same_value() => Repeat.Run(20, round =>
    {
        var total = 0;
        Threads.Scope(scope =>
        {
            for (var i = 0; i < 10; i++)
            {
                scope.Spawn(() => { Interlocked.Add(ref total, round); });
            }
        });
        Assert.Equal(10 * round, total);
    });

    [Fact]
    public void SP12_a_scope_without_threads_returns()
    {
        Threads.Scope(_ => { });
        Assert.Equal(1, Threads.Scope(_ => 1));
    }

    [Fact]
    public void SP13_spawning_into_an_ended_scope_fails()
    {
        var leaked = Threads.Scope(scope => new[] { scope }).Single();
        Assert.Throws<InvalidOperationException>(() => leaked.Spawn(() => { }));
        Assert.Throws<InvalidOperationException>(() => leaked.Spawn(() => 1));
    }

    [Fact]
    public void An_interrupted_scope_still_waits_and_keeps_the_interrupt()
    {
        using var gate = new ManualResetEventSlim();
        var ended = false;
        var waiter = Threads.Spawn(() =>
        {
            Threads.Scope(scope =>
            {
                scope.Spawn(() =>
                {
                    Eventually.Set(gate);
                    ended = true;
                });
            });
            Assert.True(ended);
            Threads.Park();
        });
        Eventually.Blocked(waiter);
        waiter.Thread.Interrupt();
        gate.Set();
        Assert.IsType<ThreadInterruptedException>(waiter.JoinPanic());
    }
}
