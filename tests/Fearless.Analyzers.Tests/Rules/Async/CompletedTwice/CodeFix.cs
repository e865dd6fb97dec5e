using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.CompletedTwice, Fearless.CodeFixes.CompletedTwiceFix>;

namespace Fearless.Analyzers.Tests.CompletedTwiceRule;

public static class CodeFix
{
    [Fact]
    public static Task Tried() => Test.Fix("""
            private TaskCompletionSource<int> _done = new();
            public void Received(int value) => {|FEAR7007:_done.SetResult(value)|};
            public void Failed(Exception e) => _done?{|FEAR7007:.SetException(e)|};
            public void Stop() => _done.TrySetCanceled();
        """, """
            private TaskCompletionSource<int> _done = new();
            public void Received(int value) => _done.TrySetResult(value);
            public void Failed(Exception e) => _done?.TrySetException(e);
            public void Stop() => _done.TrySetCanceled();
        """);
}
