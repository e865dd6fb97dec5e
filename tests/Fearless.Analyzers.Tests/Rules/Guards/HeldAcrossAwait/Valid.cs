using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.HeldAcrossAwait, Fearless.CodeFixes.HeldAcrossAwaitFix>;

namespace Fearless.Analyzers.Tests.HeldAcrossAwaitRule;

public static class Valid
{
    [Fact]
    public static Task Released_before_or_bound_to_no_thread() => Test.Silent("""
            public async Task Before() { lock (_a) _count++; await Task.Yield(); }
            public async Task Scope() { var held = _lock.EnterScope(); try { _count++; } finally { held.Dispose(); } await Task.Yield(); }
            public async Task Explicit() { Monitor.Enter(_a); try { _count++; } finally { Monitor.Exit(_a); } await Task.Yield(); }
            public async Task Semaphore() { await _sem.WaitAsync(); try { await Task.Yield(); } finally { _sem.Release(); } }
            public async Task Guard() { using var guard = await _am.LockAsync(); await Task.Yield(); }
            public Task Started() { lock (_a) { return Task.Run(async () => await Task.Yield()); } }
            public IEnumerable<int> Copy() { int[] copy; lock (_list) copy = _list.ToArray(); foreach (var x in copy) yield return x; }
            public int Inside() { lock (_a) { return Numbers().Sum(); IEnumerable<int> Numbers() { yield return 1; } } }
        """);
}
