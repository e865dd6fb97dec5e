using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Fearless.Tests.Support;
using Xunit;

namespace Fearless.Tests.Threading;

public sealed class SpawnTests
{
    [Fact]
    public void TH01_an_unnamed_thread_has_no_name() => Assert.Null(Threads.Spawn(() => Thread.CurrentThread.Name).Join());

    [Fact]
    public void TH02_a_named_thread_sees_its_name_and_the_handle_shows_it()
    {
        var handle = new ThreadBuilder().Name("ada").Spawn(() => Thread.CurrentThread.Name);
        Assert.Equal("ada", handle.Thread.Name);
        Assert.Equal("ada", handle.Join());
    }

    [Fact]
    public void TH03_a_long_name_is_kept_whole()
    {
        var name = new string('n', 500);
        Assert.Equal(name, new ThreadBuilder().Name(name).Spawn(() => Thread.CurrentThread.Name).Join());
    }

    [Fact]
    public void TH04_a_name_with_NUL_is_rejected_before_spawning()
    {
        var builder = new ThreadBuilder();
        Assert.Throws<ArgumentException>(() => builder.Name("a\0b"));
        Assert.Throws<ArgumentNullException>(() => builder.Name(null!));
    }

    [Fact]
    public void TH05_spawn_runs_the_closure_on_another_thread()
    {
        var here = Threads.CurrentId;
        Assert.NotEqual(here, Threads.Spawn(() => Threads.CurrentId).Join());
    }

    [Fact]
    public void TH06_join_returns_the_value() => Assert.Equal(1234, Threads.Spawn(() => 1234).Join());

    [Fact]
    public void TH07_is_finished_only_after_the_end()
    {
        using var gate = new ManualResetEventSlim();
        var handle = Threads.Spawn(() =>
        {
            Eventually.Set(gate);
            return 1;
        });
        Assert.False(handle.IsFinished);
        Assert.False(handle.TryJoin(TimeSpan.Zero, out var early));
        Assert.False(early.IsOk);
        gate.Set();
        Eventually.True(() => handle.IsFinished);
        Assert.True(handle.TryJoin(TimeSpan.Zero, out var result));
        Assert.Equal(1, result.Value);
    }

    [Fact]
    public void TH10_threads_spawn_threads_and_children_outlive_their_parents()
    {
        using var gate = new ManualResetEventSlim();
        var child = Threads.Spawn(() => Threads.Spawn(() =>
        {
            Eventually.Set(gate);
            return 7;
        })).Join();
        Assert.False(child.IsFinished);
        gate.Set();
        Assert.Equal(7, child.Join());

        static int Deep(int depth) => depth == 0 ? 0 : 1 + Threads.Spawn(() => Deep(depth - 1)).Join();
        Assert.Equal(10, Deep(10));
    }

    [Fact]
    public void TH11_sixteen_generations_end_without_keeping_their_parents()
    {
        using var done = new ManualResetEventSlim();
        void Generation(int left)
        {
            if (left == 0)
            {
                done.Set();
            }
            else
            {
                Threads.Spawn(() => Generation(left - 1));
            }
        }

        Generation(16);
        Eventually.Set(done);
    }

    [Fact]
    public void TH12_dropping_the_handle_detaches()
    {
        using var gate = new ManualResetEventSlim();
        using var done = new ManualResetEventSlim();
        SpawnAndForget(() =>
        {
            Eventually.Set(gate);
            done.Set();
        });
        GC.Collect();
        gate.Set();
        Eventually.Set(done);
    }

    [Fact]
    public void TH13_what_is_moved_in_is_not_copied()
    {
        var value = new object();
        Assert.Same(value, Threads.Spawn(() => value).Join());
    }

    [Fact]
    public void TH14_joining_makes_everything_visible() => Repeat.Run(100, round =>
    {
        int a = 0, b = 0;
        var handle = Threads.Spawn(() =>
        {
            a = round;
            b = round + 1;
        });
        handle.Join();
        Assert.Equal(round + 1, b);
        Assert.Equal(round, a);
    });

    [Fact]
    public void TH32_a_detached_thread_is_a_background_thread() =>
        Assert.True(Threads.Spawn(() => Thread.CurrentThread.IsBackground).Join());

    [Fact]
    public void Null_bodies_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => Threads.Spawn((Action)null!));
        Assert.Throws<ArgumentNullException>(() => Threads.Spawn((Func<int>)null!));
        Assert.Throws<ArgumentNullException>(() => Threads.Catch((Func<int>)null!));
    }

    [Fact]
    public void What_the_closure_captured_is_garbage_once_the_thread_has_ended()
    {
        var (handle, weak) = SpawnWithCapture();
        Eventually.Joins(handle);
        Eventually.True(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !weak.IsAlive;
        });
        GC.KeepAlive(handle);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SpawnAndForget(Action body) => Threads.Spawn(body);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (JoinHandle Handle, WeakReference Weak) SpawnWithCapture()
    {
        var big = new byte[100];
        return (Threads.Spawn(() => GC.KeepAlive(big)), new WeakReference(big));
    }
}
