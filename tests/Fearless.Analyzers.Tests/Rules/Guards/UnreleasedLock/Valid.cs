using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnreleasedLock, Fearless.CodeFixes.UnreleasedLockFix>;

namespace Fearless.Analyzers.Tests.UnreleasedLockRule;

public static class Valid
{
    [Fact]
    public static Task Released_on_every_path() => Test.Silent("""
            public void Plain() { Monitor.Enter(_a); try { Work(); } finally { Monitor.Exit(_a); } }
            public void Statement() { lock (_a) Work(); lock (_lock) Work(); }
            public void NothingThrows() { Monitor.Enter(_a); _count++; Monitor.Exit(_a); }
            public int Branches()
            {
                _rw.EnterReadLock();
                if (_count > 0) { _rw.ExitReadLock(); return 1; }
                _rw.ExitReadLock();
                return 0;
            }
            public async Task Async(CancellationToken stop) { await _sem.WaitAsync(stop); try { await Task.Yield(); } finally { _sem.Release(); } }
            public void Flag() { var taken = false; try { Monitor.Enter(_a, ref taken); Work(); } finally { if (taken) Monitor.Exit(_a); } }
            public void Caught() { Monitor.Enter(_a); try { Work(); } catch { Monitor.Exit(_a); throw; } Monitor.Exit(_a); }
        """);

    [Fact]
    public static Task Tried() => Test.Silent("""
            public bool Try() { if (!Monitor.TryEnter(_a)) return false; try { Work(); return true; } finally { Monitor.Exit(_a); } }
            public void Negated()
            {
                bool entered = Monitor.TryEnter(_a);
                bool busy = !entered;
                if (busy) return;
                try { Work(); } finally { Monitor.Exit(_a); }
            }
            public bool Merged(bool wait)
            {
                if (wait) Monitor.Enter(_a);
                else if (!Monitor.TryEnter(_a, 50)) return false;
                try { Work(); return true; } finally { Monitor.Exit(_a); }
            }
            public async Task Timed() { if (await _sem.WaitAsync(10)) { try { Work(); } finally { _sem.Release(); } } }
        """);

    [Fact]
    public static Task The_same_condition_decides_both() => Test.Silent("""
            private readonly SemaphoreSlim? _maybe = new(1, 1);
            public void Parameter(bool locked)
            {
                if (locked) Monitor.Enter(_a);
                try { Work(); } finally { if (locked) Monitor.Exit(_a); }
            }
            public void Mode(bool shared)
            {
                if (shared) _rw.EnterReadLock(); else _rw.EnterWriteLock();
                try { Work(); } finally { if (shared) _rw.ExitReadLock(); else _rw.ExitWriteLock(); }
            }
            public async Task Null()
            {
                if (_maybe != null) await _maybe.WaitAsync();
                try { Work(); } finally { if (_maybe != null) _maybe.Release(); }
            }
        """);

    [Fact]
    public static Task Somebody_else_releases() => Test.Silent("""
            public void Begin() { Monitor.Enter(_b); _count++; }
            public void End() { _count--; Monitor.Exit(_b); }
            public bool TryBegin() { Monitor.Enter(_b); if (C()) return true; Monitor.Exit(_b); return false; }
            public async Task Throttle(IEnumerable<int> items)
            {
                var slots = new SemaphoreSlim(2);
                foreach (var item in items)
                {
                    await slots.WaitAsync();
                    _ = Task.Run(() => { try { Work(); } finally { slots.Release(); } });
                }
            }
            public void Consume() { _signal.Wait(); Work(); }
            public void Produce() => _signal.Release();
            [AcquiresLock(nameof(_a))] public void Marked() { Monitor.Enter(_a); _count++; }
        """);

    [Fact]
    public static Task Let_go_for_a_while() => Test.Silent("""
            private void Pause()
            {
                Monitor.Exit(_a);
                try { Work(); } finally { Monitor.Enter(_a); }
            }
            public void Around()
            {
                lock (_a)
                {
                    Monitor.Exit(_a);
                    try { Work(); } finally { Monitor.Enter(_a); }
                    _count++;
                }
            }
            private void Again()
            {
                while (C())
                {
                    _rw.ExitReadLock();
                    try { Work(); } finally { _rw.EnterReadLock(); }
                }
            }
        """);

    [Fact]
    public static Task Nobody_comes_back() => Test.Silent("""
            public void Fail()
            {
                Monitor.Enter(_a);
                if (_count > 9) Environment.FailFast("too many");
                if (_count < 0) Die();
                try { Work(); } finally { Monitor.Exit(_a); }
            }
            public void Panic() { _lock.Enter(); Die(); }
            [DoesNotReturn] private static void Die() => Environment.FailFast("dead");
        """);

    [Fact]
    public static Task Many_locks_in_a_loop() => Test.Silent("""
            private readonly object[] _many = [new(), new()];
            public void All()
            {
                foreach (var one in _many) Monitor.Enter(one);
                try { Work(); } finally { foreach (var one in _many) Monitor.Exit(one); }
            }
            public void Indexed()
            {
                for (var i = 0; i < _many.Length; i++) Monitor.Enter(_many[i]);
                try { Work(); } finally { for (var i = 0; i < _many.Length; i++) Monitor.Exit(_many[i]); }
            }
            private sealed class Node { public Node? Next; }
            private void HandOverHand(Node first)
            {
                var at = first;
                Monitor.Enter(at);
                while (at.Next is { } next)
                {
                    Monitor.Enter(next);
                    Monitor.Exit(at);
                    at = next;
                }
                Monitor.Exit(at);
            }
        """);

    [Fact]
    public static Task Other_code_in_the_finally_is_not_in_the_way() => Test.Silent("""
            public async Task Async()
            {
                await _sem.WaitAsync();
                try { await Task.Yield(); } finally { Work(); _sem.Release(); }
            }
        """);

    [Fact]
    public static Task A_lock_that_is_held_is_not_null() => Test.Silent("""
            private readonly SemaphoreSlim? _maybe = new(1, 1);
            public async Task Asked()
            {
                await _sem.WaitAsync();
                try { Work(); } finally { _sem?.Release(); }
            }
            public void Tested()
            {
                Monitor.Enter(_a);
                try { Work(); } finally { if (_a != null) Monitor.Exit(_a); }
            }
        """);

    [Fact]
    public static Task A_helper_of_a_helper_releases_in_the_finally() => Test.Silent("""
            private readonly Side _side = new();
            private sealed class Side
            {
                private readonly object _inner = new();
                public void Enter() => Monitor.Enter(_inner);
                public void Exit() { Monitor.Exit(_inner); }
            }
            public void M()
            {
                Begin();
                try { Work(); } finally { End(); }
            }
            private void Begin() => _side.Enter();
            private void End() => _side.Exit();
            private void Enter() => Enter();
            public void Endless() { Enter(); Work(); }
        """);

    [Fact]
    public static Task A_helper_that_only_compares_does_not_throw() => Test.Silent("""
            public void M()
            {
                Monitor.Enter(_a);
                if (IsFull())
                {
                    Monitor.Exit(_a);
                    return;
                }
                try { Work(); } finally { Monitor.Exit(_a); }
            }
            private bool IsFull() => _count > 3 && _a is not null;
        """);
}
