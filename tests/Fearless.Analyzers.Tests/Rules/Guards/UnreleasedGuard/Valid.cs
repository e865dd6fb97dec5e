using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnreleasedGuardRule;

/// <summary>Guards that somebody releases. Each test is a theme, each of its members a trap.</summary>
public static partial class Valid
{
    [Fact]
    public static Task Using() => GuardTest.Members("""
            void Declaration() { using var g = _m.Lock(); g.Value++; }
            void Discard() { using var _ = _gate.EnterScope(); Work(); }
            void Statement() { using (var g = _m.Lock()) g.Value++; Work(); }
            void Expression() { using (_gate.EnterScope()) { Work(); } }
            void Later() { var g = _m.Lock(); using (g) { g.Value++; } }
            void Two() { using var a = _m.Lock(); using var b = _n.Lock(); Work(); a.Value = b.Value; }
            void ReleasedEarly() { using var g = _m.Lock(); var x = g.Value; g.Dispose(); Work(); }
            void Alias() { using var g = _m.Lock(); ref var v = ref g.Value; v++; Work(); }
            void Reads() { using var r = _rw.Read(); Console.WriteLine(r.Value.Count); }
            void Choice() { using var g = C() ? _m.Lock() : _n.Lock(); Work(); }
            void Switch(int i) { using var g = i switch { 0 => _m.Lock(), 1 => _n.Lock(), _ => default }; Work(); }
            void Both() { using var g = Locks.Both(_m, _n); Work(); g.A++; }
            void Statement2() { lock (_gate) { Work(); } }
        """);

    [Fact]
    public static Task Disposed_by_hand() => GuardTest.Members("""
            void Finally() { var g = _m.Lock(); try { Work(); } finally { g.Dispose(); } }
            int OnBothWays() { var g = _m.Lock(); if (g.Value > 0) { g.Dispose(); return 1; } g.Dispose(); return 0; }
            void BeforeTheRest() { var g = _m.Lock(); g.Value++; g.Dispose(); Work(); }
            void Catch() { var g = _m.Lock(); try { Work(); } catch { g.Dispose(); throw; } g.Dispose(); }
            void Empty() { MutexGuard<int> g = default; try { if (C()) return; g = _m.Lock(); Work(); } finally { g.Dispose(); } }
            void At_once() => _m.Lock().Dispose();
            void Again() { var g = _m.Lock(); g.Value++; g.Dispose(); g = _m.Lock(); try { Work(); } finally { g.Dispose(); } }
            void Alias() { var g = _m.Lock(); var h = g; h.Dispose(); }
            void Nested() { var a = _m.Lock(); try { var b = _n.Lock(); try { Work(); } finally { b.Dispose(); } } finally { a.Dispose(); } }
            void Endless() { var g = _m.Lock(); try { while (true) Work(); } finally { g.Dispose(); } }
            int Thrown() { var g = _m.Lock(); try { return g.Value > 0 ? g.Value : throw new InvalidOperationException(); } finally { g.Dispose(); } }
        """);

    [Fact]
    public static Task Tried() => GuardTest.Members("""
            bool Out() { if (!_m.TryLock(out var g)) return false; using (g) { g.Value++; return true; } }
            bool Busy() { if (!_m.TryLock(out var g)) return true; g.Dispose(); return false; }
            void Inside() { if (_m.TryLock(TimeSpan.Zero, out var g)) using (g) Work(); }
            void Held() { using var g = _m.TryLock(); if (g.IsHeld) g.Value++; }
            void NotHeld() { var g = _m.TryLock(); if (!g.IsHeld) return; try { Work(); } finally { g.Dispose(); } }
            void Flag() { var taken = _m.TryLock(out var g); try { Work(); } finally { if (taken) g.Dispose(); } }
            void Compared() { if (_m.TryLock(out var g) == false) return; using (g) Work(); }
            bool Given(out MutexGuard<int> g) => _m.TryLock(out g);
            bool GivenLater(out MutexGuard<int> g) { if (!_m.TryLock(out g)) return false; Work(); return true; }
            void Async() { if (_am.TryLock(out var g)) { using (g) Work(); } }
            void AsyncNull() { _am.TryLock(out var g); if (g is null) return; using (g) Work(); }
            void Spin() { MutexGuard<int> g; while (!_m.TryLock(out g)) Work(); using (g) Work(); }
        """);

    [Fact]
    public static Task Handed_on() => GuardTest.Members("""
            MutexGuard<int> Returned() => _m.Lock();
            MutexGuard<int> ReturnedLater() { var g = _m.Lock(); g.Value++; return g; }
            Lock.Scope Scope() => _gate.EnterScope();
            void Out(out MutexGuard<int> g) { g = _m.Lock(); }
            static void End(MutexGuard<int> g) => g.Dispose();
            void PassedOn() { var g = _m.Lock(); End(g); }
            void PassedOnInFinally() { var g = _m.Lock(); try { Work(); } finally { End(g); } }
            ref struct Held(MutexGuard<int> guard) { public MutexGuard<int> Guard = guard; public void Dispose() => Guard.Dispose(); }
            Held Wrapped() { var g = _m.Lock(); return new Held(g); }
            Held Assigned(Held h) { h.Guard = _m.Lock(); return h; }
            Held Initialised() => new Held(default) { Guard = _m.Lock() };
            void Waits() { using var g = _m.Lock(); while (g.Value == 0) _changed.Wait(g); }
            void Downgraded() { using var r = _rw.Write().Downgrade(); Work(); }
            void DowngradedLater() { var w = _rw.Write(); using var r = w.Downgrade(); Work(); }
            MutexGuard<int> Chosen() { var g = _m.Lock(); return g.Value > 0 ? g : g; }
        """);

    [Fact]
    public static Task Objects_that_are_guards() => GuardTest.Members("""
            private AsyncMutexGuard<int>? _kept;
            async Task Using() { using var g = await _am.LockAsync(); await Task.Yield(); g.Value++; }
            async Task Configured() { using var g = await _am.LockAsync().ConfigureAwait(false); await Task.Yield(); }
            async Task Statement() { using (await _am.LockAsync()) { await Task.Yield(); } }
            void Blocking() { using var g = _am.LockAsync().AsTask().GetAwaiter().GetResult(); Work(); }
            void Result() { using var g = _am.LockAsync().AsTask().Result; Work(); }
            async Task Null() { var g = await _am.LockAsync(); try { Work(); } finally { g?.Dispose(); } }
            async Task Late() { AsyncMutexGuard<int>? g = null; try { if (C()) g = await _am.LockAsync(); Work(); } finally { g?.Dispose(); } }
            async Task Kept() { _kept = await _am.LockAsync(); }
            async Task<AsyncMutexGuard<int>> Returned() => await _am.LockAsync();
            ValueTask<AsyncMutexGuard<int>> Bare() => _am.LockAsync();
            async Task<(AsyncMutexGuard<int>, int)> Tuple() { var g = await _am.LockAsync(); return (g, 1); }
            async Task List(List<IDisposable> all) { all.Add(await _am.LockAsync()); }
            async Task<IDisposable[]> Elements() { var g = await _am.LockAsync(); return [g]; }
            async Task<Action> Delegate() { var g = await _am.LockAsync(); return g.Dispose; }
            async Task<Action> Lambda() { var g = await _am.LockAsync(); return () => { Work(); g.Dispose(); }; }
            async Task Local() { var g = await _am.LockAsync(); try { Work(); } finally { End(); } void End() => g.Dispose(); }
            async Task Started() { var task = _am.LockAsync(); Work(); using var g = await task; }
            async Task Reads() { using var r = await _arw.ReadAsync(); using var w = (await _arw.WriteAsync()).Downgrade(); Work(); }
        """);

    [Fact]
    public static Task Flow() => GuardTest.Members("""
            void Loop() { foreach (var x in new[] { 1, 2 }) { using var g = _m.Lock(); if (x == 1) continue; if (C()) break; Work(); } }
            void Goto() { again: using (var g = _m.Lock()) { if (C()) goto again; Work(); } }
            IEnumerable<int> Iterator() { using (_am.LockAsync().AsTask().Result) { yield return 1; } }
            IEnumerable<int> Before() { int x; using (var g = _m.Lock()) x = g.Value; yield return x; }
            Action Lambda() => () => { using var g = _m.Lock(); g.Value++; };
            void LocalFunction() { Add(); void Add() { using var g = _m.Lock(); Work(); } }
            void Scope() => Threads.Scope(s => { s.Spawn(() => { using var g = _m.Lock(); g.Value++; }); s.Spawn(Work); });
            void Taken() { using var g = Take(); Work(); MutexGuard<int> Take() => _m.Lock(); }
            void Switch(int i) { using var g = _m.Lock(); switch (i) { case 0: return; case 1: throw new Exception(); default: Work(); break; } }
            int Property { get { using var g = _m.Lock(); return g.Value; } set { using var g = _m.Lock(); g.Value = value; } }
        """);

    [Fact]
    public static Task Namesakes() => GuardTest.Source("""
        public sealed class Mutex { public Scope Lock() => new(); public void Wait() { } }
        public sealed class Scope { public int Value; }
        public static class Names
        {
            public static void M(Mutex m, SemaphoreSlim s, object o) { m.Lock(); m.Lock().Value++; var g = m.Lock(); s.Wait(); Monitor.Enter(o); }
        }
        """);
}
