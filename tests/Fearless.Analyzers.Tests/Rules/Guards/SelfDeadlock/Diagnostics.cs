using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.SelfDeadlock, Fearless.Analyzers.Tests.Locks.NoFix>;

namespace Fearless.Analyzers.Tests.SelfDeadlockRule;

public static class Diagnostics
{
    [Fact]
    public static Task Here() => Test.Members("""
            public void Mutexes() { using var one = _m.Lock(); using var two = {|FEAR3009:_m.Lock()|}; }
            public async Task Semaphores() { await _sem.WaitAsync(); await {|FEAR3009:_sem.WaitAsync()|}; _sem.Release(); _sem.Release(); }
            public void Upgrade() { _rw.EnterReadLock(); {|FEAR3009:_rw.EnterWriteLock()|}; _rw.ExitWriteLock(); _rw.ExitReadLock(); }
            public void ReadThenWrite() { using var read = _r.Read(); using var write = {|FEAR3009:_r.Write()|}; }
            public async Task Async() { using var one = await _am.LockAsync(); using var two = await {|FEAR3009:_am.LockAsync()|}; }
        """);

    [Fact]
    public static Task In_a_callee() => Test.Members("""
            public async Task Cache() { await _sem.WaitAsync(); try { await {|FEAR3009:FreeAsync()|}.ConfigureAwait(false); } finally { _sem.Release(); } }
            private async Task FreeAsync() { await _sem.WaitAsync(); try { Work(); } finally { _sem.Release(); } }
            public void Visit(int depth) { using var seen = _m.Lock(); if (depth > 0) {|FEAR3009:Follow(depth)|}; }
            public void Follow(int depth) { for (var i = 0; i < 3; i++) Visit(depth - 1); }
            public void Wrapped() { using var read = Reading(_r); using var write = {|FEAR3009:Writing(_r)|}; }
            private static ReadGuard<int> Reading(RwLock<int> of) => of.Read();
            private static WriteGuard<int> Writing(RwLock<int> of) => of.Write();
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "public void M() { _sem.Wait(); {|#0:_sem.Wait()|}; }", "FEAR3009",
        "'_sem' is taken again here while it is held (taken in line 29), which waits for ever: take it once, or call a variant that expects it to be held");
}
