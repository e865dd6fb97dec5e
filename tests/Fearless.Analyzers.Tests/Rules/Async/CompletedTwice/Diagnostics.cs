using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.CompletedTwice, Fearless.CodeFixes.CompletedTwiceFix>;

namespace Fearless.Analyzers.Tests.CompletedTwiceRule;

public static class Diagnostics
{
    [Fact]
    public static Task By_two_pieces_of_work() => Test.Members("""
            public Task<int> A()
            {
                var first = new TaskCompletionSource<int>();
                Task.Run(() => {|FEAR7007:first.SetResult(1)|});
                Task.Run(() => {|FEAR7007:first.SetException(new InvalidOperationException())|});
                return first.Task;
            }
            public Task B()
            {
                var first = new TaskCompletionSource();
                for (var i = 0; i < 3; i++)
                    ThreadPool.QueueUserWorkItem(_ => {|FEAR7007:first.SetResult()|});
                return first.Task;
            }
        """);

    [Fact]
    public static Task Where_another_only_tries() => Test.Members("""
            private TaskCompletionSource<int> _done = new();
            public void Received(int value) => {|FEAR7007:_done.SetResult(value)|};
            public void Stop() => _done.TrySetCanceled();
        """);

    [Fact]
    public static Task By_a_handler_and_a_registration() => Test.Members("""
            public event EventHandler Changed;
            public Task A(CancellationToken token)
            {
                var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                Changed += (_, _) => {|FEAR7007:done.SetResult()|};
                token.Register(() => {|FEAR7007:done.SetCanceled()|});
                return done.Task;
            }
        """);

    [Fact]
    public static Task By_the_methods_of_a_timer_and_of_others() => Test.Members("""
            private readonly TaskCompletionSource _exit = new();
            private Timer _limit;
            public void Start() => _limit = new Timer(Late, null, 100, -1);
            private void Late(object state) => {|FEAR7007:_exit.SetException(new TimeoutException())|};
            public void Left() { {|FEAR7007:_exit.SetResult()|}; }
        """);
}
