using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.DisposedTask, Fearless.CodeFixes.DisposedTaskFix>;

namespace Fearless.Analyzers.Tests.DisposedTaskRule;

public static class Valid
{
    [Fact]
    public static Task Awaited_or_asked_for() => Test.Silent("""
            private sealed class Holder : IDisposable { public void Dispose() { } }
            private async Task<Holder> TakeAsync() { await Task.Yield(); return new Holder(); }

            public async Task A() { using var h = await TakeAsync(); await Task.Yield(); }
            public async Task B() { using var h = Task.Run(Work); await h; }
            public void E() { using (var h = Task.Run(Work)) { h.Wait(); } }
            public void D() { using var cts = new CancellationTokenSource(); }
        """);
}
