using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.InlineContinuation, Fearless.CodeFixes.InlineContinuationFix>;

namespace Fearless.Analyzers.Tests.InlineContinuationRule;

public static class Diagnostics
{
    [Fact]
    public static Task Completed_by_a_loop_of_work() => Test.Members("""
            private readonly ConcurrentQueue<TaskCompletionSource<int>> _open = new();
            public void Start() => Task.Run(Pump);
            public Task<int> Ask()
            {
                var done = {|FEAR7002:new TaskCompletionSource<int>()|};
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
    public static Task In_a_lambda() => Test.Members("""
            private readonly ConcurrentQueue<TaskCompletionSource> _open = new();
            public void Add() => _open.Enqueue({|FEAR7002:new(TaskCreationOptions.None)|});
            public void Start() => new Thread(() => { while (C()) if (_open.TryDequeue(out var done)) done.SetResult(); }).Start();
        """);
}
