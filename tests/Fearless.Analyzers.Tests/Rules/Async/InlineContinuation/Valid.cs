using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.InlineContinuation, Fearless.CodeFixes.InlineContinuationFix>;

namespace Fearless.Analyzers.Tests.InlineContinuationRule;

public static class Valid
{
    [Fact]
    public static Task Elsewhere_or_not_in_a_loop_of_work() => Test.Silent("""
            private readonly ConcurrentQueue<TaskCompletionSource<int>> _open = new();
            public void Start() => Task.Run(Pump);
            public Task<int> Ask()
            {
                var done = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
                _open.Enqueue(done);
                return done.Task;
            }
            private void Pump()
            {
                while (_open.TryDequeue(out var done))
                    done.TrySetResult(1);
            }
        """);

    [Fact]
    public static Task Completed_by_its_caller() => Test.Silent("""
            private TaskCompletionSource<int> _done = new();
            public void Start() => Task.Run(() => Work());
            public void Finish() { while (C()) _done.TrySetResult(1); }
        """);
}
