using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.CompletedTwice, Fearless.CodeFixes.CompletedTwiceFix>;

namespace Fearless.Analyzers.Tests.CompletedTwiceRule;

public static class Valid
{
    [Fact]
    public static Task Everybody_tries() => Test.Silent("""
            private readonly TaskCompletionSource _done = new();
            public void A() => _done.TrySetResult();
            public void B() => _done.TrySetCanceled();
        """);

    [Fact]
    public static Task One_after_the_other() => Test.Silent("""
            public async Task<int> A(Func<Task<int>> run)
            {
                var done = new TaskCompletionSource<int>();
                try { done.SetResult(await run()); }
                catch (Exception e) { done.TrySetException(e); }
                return await done.Task;
            }
            public Task B()
            {
                var done = new TaskCompletionSource();
                Task.Run(() => { if (C()) done.SetResult(); else done.SetCanceled(); });
                return done.Task;
            }
        """);

    [Fact]
    public static Task Claimed_or_under_one_lock() => Test.Silent("""
            private readonly TaskCompletionSource _done = new(), _other = new();
            private int _claimed;
            public void A() { if (Interlocked.Exchange(ref _claimed, 1) == 0) _done.SetResult(); }
            public void B() { if (Interlocked.Exchange(ref _claimed, 1) == 0) _done.TrySetCanceled(); }
            public void D() { lock (_a) { if (!_other.Task.IsCompleted) _other.SetResult(); } }
            public void E() { lock (_a) _other.TrySetCanceled(); }
        """);

    [Fact]
    public static Task Of_callers_in_turn() => Test.Silent("""
            private TaskCompletionSource _done = new();
            public void Succeed() => _done.SetResult();
            public void Fail() => _done.SetCanceled();
        """);

    [Fact]
    public static Task A_new_one_for_each_piece_of_work() => Test.Silent("""
            public void A()
            {
                for (var i = 0; i < 3; i++)
                {
                    var done = new TaskCompletionSource();
                    Task.Run(() => done.SetResult());
                }
            }
        """);
}
