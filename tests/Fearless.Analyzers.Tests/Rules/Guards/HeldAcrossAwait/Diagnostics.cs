using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.HeldAcrossAwait, Fearless.CodeFixes.HeldAcrossAwaitFix>;

namespace Fearless.Analyzers.Tests.HeldAcrossAwaitRule;

public static class Diagnostics
{
    [Fact]
    public static Task Held_at_an_await() => Test.Members("""
            public async Task Monitors() { Monitor.Enter(_a); try { {|FEAR3007:await Task.Yield()|}; } finally { Monitor.Exit(_a); } }
            public async Task ReaderWriter() { _rw.EnterReadLock(); try { {|FEAR3007:await Task.Delay(1)|}; } finally { _rw.ExitReadLock(); } }
            public async Task<int> Os() { _os.WaitOne(); try { return {|FEAR3007:await Task.FromResult(1).ConfigureAwait(false)|}; } finally { _os.ReleaseMutex(); } }
        """);

    [Fact]
    public static Task Held_at_a_yield() => Test.Members("""
            public IEnumerable<int> All() { _rw.EnterReadLock(); try { foreach (var x in _list) {|FEAR3007:yield return x;|} } finally { _rw.ExitReadLock(); } }
        """);

    [Fact]
    public static Task Held_when_a_task_is_returned() => Test.Members("""
            public ValueTask StartAsync() { {|FEAR3007:_rw.EnterWriteLock()|}; return ValueTask.CompletedTask; }
            public ValueTask EndAsync() { _rw.ExitWriteLock(); return ValueTask.CompletedTask; }
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "public async Task M() { Monitor.Enter(_a); try { {|#0:await Task.Yield()|}; } finally { Monitor.Exit(_a); } }",
        "FEAR3007", "'_a' (taken in line 29) is held across this await: what comes after it may run on another thread, which cannot release the lock");
}
