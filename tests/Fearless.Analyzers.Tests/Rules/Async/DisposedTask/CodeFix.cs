using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.DisposedTask, Fearless.CodeFixes.DisposedTaskFix>;

namespace Fearless.Analyzers.Tests.DisposedTaskRule;

public static class CodeFix
{
    [Fact]
    public static Task Awaited() => Test.Fix("""
            private sealed class Holder : IDisposable { public void Dispose() { } }
            private async Task<Holder> TakeAsync() { await Task.Yield(); return new Holder(); }

            public async Task A()
            {
                using Task<Holder> h = {|FEAR7004:TakeAsync()|};
                using ({|FEAR7004:TakeAsync()|})
                {
                    await Task.Yield();
                }
            }
        """, """
            private sealed class Holder : IDisposable { public void Dispose() { } }
            private async Task<Holder> TakeAsync() { await Task.Yield(); return new Holder(); }

            public async Task A()
            {
                using Holder h = await TakeAsync();
                using (await TakeAsync())
                {
                    await Task.Yield();
                }
            }
        """);

    [Fact]
    public static Task Not_outside_of_an_async_function() => Test.NoFix("""
            private sealed class Holder : IDisposable { public void Dispose() { } }
            private async Task<Holder> TakeAsync() { await Task.Yield(); return new Holder(); }

            public void A()
            {
                using Task<Holder> h = {|FEAR7004:TakeAsync()|};
            }
        """);
}
