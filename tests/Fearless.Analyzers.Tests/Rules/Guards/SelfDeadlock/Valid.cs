using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.SelfDeadlock, Fearless.Analyzers.Tests.Locks.NoFix>;

namespace Fearless.Analyzers.Tests.SelfDeadlockRule;

public static class Valid
{
    [Fact]
    public static Task Re_entrant_or_another() => Test.Silent("""
            public void Monitors() { lock (_a) lock (_a) Work(); }
            public void Recursive() { _again.EnterReadLock(); try { _again.EnterReadLock(); _again.ExitReadLock(); } finally { _again.ExitReadLock(); } }
            public void Upgrade() { _rw.EnterUpgradeableReadLock(); _rw.EnterWriteLock(); _rw.ExitWriteLock(); _rw.ExitUpgradeableReadLock(); }
            public void Readers() { using var one = _r.Read(); using var two = _r.Read(); }
            public void Two() { using var m = _m.Lock(); using var n = _n.Lock(); }
            public void Objects(Shop other) { using var mine = _m.Lock(); using var theirs = other._m.Lock(); }
            public void Tried() { _sem.Wait(); if (_sem.Wait(0)) _sem.Release(); _sem.Release(); }
            public void Sequence() { using (_m.Lock()) { } using (_m.Lock()) { } }
            public void Released() { var guard = _m.Lock(); guard.Dispose(); using var again = _m.Lock(); }
        """);

    [Fact]
    public static Task The_callee_knows() => Test.Silent("""
            public async Task Caller() { await _sem.WaitAsync(); try { await Remove(true); await Leave(true); Later(); } finally { _sem.Release(); } }
            private async Task Remove(bool held)
            {
                if (held) { Work(); }
                else { await _sem.WaitAsync(); try { Work(); } finally { _sem.Release(); } }
            }
            private async Task Leave(bool held)
            {
                if (held) return;
                await _sem.WaitAsync();
                _sem.Release();
            }
            private void Later() => _ = Task.Run(async () => { await _sem.WaitAsync(); _sem.Release(); });
            public void Pausing() { _rw.EnterReadLock(); try { Pause(); } finally { _rw.ExitReadLock(); } }
            private void Pause() { _rw.ExitReadLock(); try { _rw.EnterWriteLock(); _rw.ExitWriteLock(); } finally { _rw.EnterReadLock(); } }
        """);
}
