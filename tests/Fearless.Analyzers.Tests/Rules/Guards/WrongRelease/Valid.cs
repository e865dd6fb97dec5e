using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.WrongRelease, Fearless.Analyzers.Tests.Locks.NoFix>;

namespace Fearless.Analyzers.Tests.WrongReleaseRule;

public static class Valid
{
    [Fact]
    public static Task Released_as_taken() => Test.Silent("""
            public void Upgrade()
            {
                _rw.EnterUpgradeableReadLock();
                try { _rw.EnterWriteLock(); try { Work(); } finally { _rw.ExitWriteLock(); } } finally { _rw.ExitUpgradeableReadLock(); }
            }
            public void Flag(bool locked) { if (locked) Monitor.Enter(_a); try { Work(); } finally { if (locked) Monitor.Exit(_a); } }
            public void Tried() { var got = Monitor.TryEnter(_a); try { Work(); } finally { if (got) Monitor.Exit(_a); } }
            public void Again() { _sem.Wait(); _sem.Release(); _sem.Wait(); _sem.Release(); }
            public void Signal() { _signal.Release(); _signal.Release(); }
        """);

    [Fact]
    public static Task The_callers_lock() => Test.Silent("""
            private void End() => Monitor.Exit(_a);
            private void Pause()
            {
                while (C())
                {
                    _rw.ExitReadLock();
                    try { lock (_b) Work(); } finally { _rw.EnterReadLock(); }
                }
            }
            private async Task Callback(CancellationToken stop)
            {
                try
                {
                    try { _sem.Release(); await Task.Yield(); } finally { await _sem.WaitAsync(stop); }
                }
                catch (InvalidOperationException)
                {
                    try { _sem.Release(); await Task.Yield(); } finally { await _sem.WaitAsync(stop); }
                }
            }
        """);

    [Fact]
    public static Task One_after_the_other() => Test.Silent("""
            private readonly object[] _many = [new(), new()];
            public void All()
            {
                foreach (var one in _many) Monitor.Enter(one);
                foreach (var one in _many) Monitor.Exit(one);
            }
            private sealed class Node { public Node? Next; }
            private void HandOverHand(Node first)
            {
                var at = first;
                Monitor.Enter(at);
                while (at.Next is { } next) { Monitor.Enter(next); Monitor.Exit(at); at = next; }
                Monitor.Exit(at);
            }
        """);
}
