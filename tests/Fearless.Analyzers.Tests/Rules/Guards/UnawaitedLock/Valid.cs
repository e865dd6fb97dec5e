using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnawaitedLock, Fearless.CodeFixes.UnawaitedLockFix>;

namespace Fearless.Analyzers.Tests.UnawaitedLockRule;

public static class Valid
{
    [Fact]
    public static Task Awaited_or_handed_on() => Test.Silent("""
            public async Task Awaited() { await _sem.WaitAsync(); try { Work(); } finally { _sem.Release(); } }
            public async Task Configured() { await _sem.WaitAsync().ConfigureAwait(false); _sem.Release(); }
            public async Task Later() { var taking = _sem.WaitAsync(); Work(); await taking; _sem.Release(); }
            public async Task Guard() { using var guard = await _am.LockAsync(); using (await _am.LockAsync().ConfigureAwait(false)) Work(); }
            public void Blocking() { _sem.WaitAsync().Wait(); _sem.Release(); }
            public Task Returned() => _sem.WaitAsync();
            public Task Continued() => _sem.WaitAsync().ContinueWith(_ => _sem.Release());
            public async Task Any() { await Task.WhenAny(_sem.WaitAsync(), Task.Delay(1)); }
        """);
}
