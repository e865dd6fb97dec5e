using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.InlineContinuation, Fearless.CodeFixes.InlineContinuationFix>;

namespace Fearless.Analyzers.Tests.InlineContinuationRule;

public static class CodeFix
{
    [Fact]
    public static Task The_option_is_added() => Test.Fix("""
            private readonly ConcurrentQueue<TaskCompletionSource> _open = new();
            public void Add()
            {
                _open.Enqueue({|FEAR7002:new TaskCompletionSource()|});
                _open.Enqueue({|FEAR7002:new(this, TaskCreationOptions.None)|});
            }
            public void Start() => Task.Run(() => { while (C()) if (_open.TryDequeue(out var done)) done.SetResult(); });
        """, """
            private readonly ConcurrentQueue<TaskCompletionSource> _open = new();
            public void Add()
            {
                _open.Enqueue(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                _open.Enqueue(new(this, TaskCreationOptions.None | TaskCreationOptions.RunContinuationsAsynchronously));
            }
            public void Start() => Task.Run(() => { while (C()) if (_open.TryDequeue(out var done)) done.SetResult(); });
        """);
}
