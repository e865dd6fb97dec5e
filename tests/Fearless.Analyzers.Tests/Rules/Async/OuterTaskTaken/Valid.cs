using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.OuterTaskTaken, Fearless.CodeFixes.OuterTaskTakenFix>;

namespace Fearless.Analyzers.Tests.OuterTaskTakenRule;

public static class Valid
{
    [Fact]
    public static Task Unwrapped_or_awaited_twice() => Test.Silent("""
            public async Task A()
            {
                await Task.Factory.StartNew(async () => await Task.Yield()).Unwrap();
                await await Task.Factory.StartNew(async () => await Task.Yield());
                var inner = await Task.Factory.StartNew(async () => await Task.Yield());
                await inner;
                await Task.Run(async () => await Task.Yield());
                Task.Factory.StartNew(async () => await Task.Yield()).Result.Wait();
            }
        """);

    [Fact]
    public static Task Left_to_itself() => Test.Silent("""
            private Task _loop;
            public void A()
            {
                Task.Factory.StartNew(async () => await Task.Yield());
                _loop = Task.Factory.StartNew(async () => await Task.Yield(), TaskCreationOptions.LongRunning);
            }
        """);

    [Fact]
    public static Task Only_so_that_the_failure_is_not_thrown() => Test.Silent("""
            public async Task A(Task other) => await other.ContinueWith(t => t, TaskContinuationOptions.ExecuteSynchronously);
            public async Task B(Task one, Task other) => await Task.WhenAny(one, other);
        """);
}
