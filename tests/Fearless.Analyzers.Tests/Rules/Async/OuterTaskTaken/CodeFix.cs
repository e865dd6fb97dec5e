using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.OuterTaskTaken, Fearless.CodeFixes.OuterTaskTakenFix>;

namespace Fearless.Analyzers.Tests.OuterTaskTakenRule;

public static class CodeFix
{
    [Fact]
    public static Task Unwrapped() => Test.Fix("""
            public async Task A()
            {
                Task run = {|FEAR7006:Task.Factory.StartNew(async () => { await Task.Yield(); })|};
                run.Wait();
                await {|FEAR7006:Task.Delay(1).ContinueWith(async _ => { await Task.Yield(); })|}.ConfigureAwait(false);
            }
            public Task B() => {|FEAR7006:Task.Factory.StartNew(async () => { await Task.Yield(); })|};
        """, """
            public async Task A()
            {
                Task run = Task.Factory.StartNew(async () => { await Task.Yield(); }).Unwrap();
                run.Wait();
                await Task.Delay(1).ContinueWith(async _ => { await Task.Yield(); }).Unwrap().ConfigureAwait(false);
            }
            public Task B() => Task.Factory.StartNew(async () => { await Task.Yield(); }).Unwrap();
        """);
}
