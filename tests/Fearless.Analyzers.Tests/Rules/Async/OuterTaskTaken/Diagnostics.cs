using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.OuterTaskTaken, Fearless.CodeFixes.OuterTaskTakenFix>;

namespace Fearless.Analyzers.Tests.OuterTaskTakenRule;

public static class Diagnostics
{
    [Fact]
    public static Task Waited_for_or_awaited() => Test.Members("""
            public async Task A()
            {
                var run = {|FEAR7006:Task.Factory.StartNew(async () => { await Task.Yield(); Work(); })|};
                run.Wait();
                await {|FEAR7006:Task.Factory.StartNew(RunAsync)|};
                await {|FEAR7006:Task.Delay(1).ContinueWith(async _ => { await Task.Yield(); })|}.ConfigureAwait(false);
                {|FEAR7006:Task.Delay(1).ContinueWith(_ => RunAsync())|}.GetAwaiter().GetResult();
            }
            private async Task RunAsync() { await Task.Yield(); Work(); }
        """);

    [Fact]
    public static Task In_lists_and_combinations() => Test.Members("""
            public async Task A()
            {
                var all = new List<Task>();
                for (var i = 0; i < 3; i++)
                    all.Add({|FEAR7006:Task.Factory.StartNew(async () => { await Task.Yield(); })|});
                await Task.WhenAll(all);
                Task one = {|FEAR7006:Task.Factory.StartNew(async () => { await Task.Yield(); })|};
                Task.WaitAll(one, Task.CompletedTask);
                Task.WaitAll([{|FEAR7006:Task.Factory.StartNew(async () => await Task.Yield())|}], default(CancellationToken));
            }
        """);

    [Fact]
    public static Task Returned_or_kept_as_a_plain_task() => Test.Members("""
            private Task _loop;
            public Task A() => {|FEAR7006:Task.Factory.StartNew(async () => { await Task.Yield(); }, TaskCreationOptions.LongRunning)|};
            public void Start() => _loop = {|FEAR7006:Task.Factory.StartNew(async () => { await Task.Yield(); }, TaskCreationOptions.LongRunning)|};
            public Task StopAsync() => _loop is null ? Task.CompletedTask : Stopped();
            private async Task Stopped() => await _loop.ConfigureAwait(false);
        """);

    [Fact]
    public static Task By_a_helper_of_the_program() => Test.Members("""
            private async Task<T> Measured<T>(Func<T> run) { await Task.Yield(); return run(); }
            public async Task A() => await {|FEAR7006:Measured(async () => { await Task.Yield(); })|};
            public async Task B() { await {|FEAR7006:Measured(RunAsync)|}; }
            private async ValueTask RunAsync() { await Task.Yield(); Work(); }
        """);
}
