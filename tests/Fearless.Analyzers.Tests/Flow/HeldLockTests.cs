using Xunit;

namespace Fearless.Analyzers.Tests.Flow;

/// <summary>Which locks are held, kind by kind.</summary>
public static class HeldLockTests
{
    [Theory]
    [InlineData("void M() { Use(at.A); lock (a) { Use(at.B); lock (b) Use(at.C); } Use(at.D); }", "A:", "B: a", "C: a, b", "D:")]
    [InlineData("void M() { lock (l) Use(at.A); Use(at.B); }", "A: l", "B:")]
    [InlineData("void M() { Monitor.Enter(a); Use(at.A); Monitor.Exit(a); Use(at.B); }", "A: a", "B:")]
    [InlineData("void M() { Monitor.Enter(a); try { Use(at.A); } finally { Monitor.Exit(a); } Use(at.B); }", "A: a", "B:")]
    [InlineData("void M() { bool t = false; try { Monitor.Enter(a, ref t); Use(at.A); } finally { if (t) Monitor.Exit(a); } Use(at.B); }", "A: a", "B:")]
    [InlineData("void M() { if (Monitor.TryEnter(a)) { Use(at.A); Monitor.Exit(a); } else Use(at.B); Use(at.C); }", "A: a", "B:", "C:")]
    [InlineData("void M() { if (!Monitor.TryEnter(a, 10)) { Use(at.A); return; } Use(at.B); Monitor.Exit(a); }", "A:", "B: a")]
    [InlineData("void M() { bool t = false; Monitor.TryEnter(a, ref t); if (t) { Use(at.A); } Use(at.B); if (t) Monitor.Exit(a); Use(at.C); }", "A: a", "B:", "C:")]
    [InlineData("void M() { var t = Monitor.TryEnter(a); var u = t; if (!u) return; Use(at.A); Monitor.Exit(a); }", "A: a")]
    [InlineData("void M() { var t = P() ? Monitor.TryEnter(a) : Monitor.TryEnter(a, 5); if (t) Use(at.A); }", "A: a")]
    public static void Monitors(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("void M() { l.Enter(); Use(at.A); l.Exit(); Use(at.B); }", "A: l", "B:")]
    [InlineData("void M() { using (l.EnterScope()) Use(at.A); Use(at.B); }", "A: l", "B:")]
    [InlineData("void M() { { using var s = l.EnterScope(); Use(at.A); } Use(at.B); }", "A: l", "B:")]
    [InlineData("void M() { var s = l.EnterScope(); try { Use(at.A); } finally { s.Dispose(); } Use(at.B); }", "A: l", "B:")]
    [InlineData("void M() { if (l.TryEnter()) { Use(at.A); l.Exit(); } Use(at.B); }", "A: l", "B:")]
    [InlineData("void M() { var gate = l; lock (gate) Use(at.A); }", "A: l")]
    [InlineData("void M() { lock (l) { lock (a) Use(at.A); Use(at.B); } Use(at.C); }", "A: a, l", "B: l", "C:")]
    [InlineData("void M() { while (P()) { lock (l) { if (P()) continue; Use(at.A); } Use(at.B); } Use(at.C); }", "A: l", "B:", "C:")]
    [InlineData("void M() { try { lock (l) throw new Exception(); } catch { Use(at.A); } }", "A:")]
    [InlineData("void M() { lock (l) Read(); Locked(); Use(at.C); void Read() => Use(at.A); void Locked() { lock (l) { if (P()) return; Use(at.B); } } }", "A: l", "B: l", "C:")]
    public static void The_Lock_type(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("void M() { rw.EnterReadLock(); Use(at.A); rw.ExitReadLock(); Use(at.B); }", "A: rw shared", "B:")]
    [InlineData("void M() { rw.EnterUpgradeableReadLock(); Use(at.A); rw.EnterWriteLock(); Use(at.B); rw.ExitWriteLock(); Use(at.C); rw.ExitUpgradeableReadLock(); Use(at.D); }",
        "A: rw upgradeable", "B: rw, rw upgradeable", "C: rw upgradeable", "D:")]
    [InlineData("void M() { if (rw.TryEnterWriteLock(5)) { Use(at.A); rw.ExitWriteLock(); } Use(at.B); }", "A: rw", "B:")]
    [InlineData("void M() { sem.Wait(); Use(at.A); sem.Release(); Use(at.B); }", "A: sem", "B:")]
    [InlineData("void M() { if (!sem.Wait(0)) { Use(at.A); return; } try { Use(at.B); } finally { sem.Release(); } Use(at.C); }", "A:", "B: sem", "C:")]
    [InlineData("async Task M() { await sem.WaitAsync(); try { Use(at.A); await Task.Yield(); Use(at.B); } finally { sem.Release(); } Use(at.C); }", "A: sem", "B: sem", "C:")]
    [InlineData("async Task M() { if (await sem.WaitAsync(5).ConfigureAwait(false)) { Use(at.A); sem.Release(); } Use(at.B); }", "A: sem", "B:")]
    [InlineData("void M() { sem.WaitAsync().Wait(); Use(at.A); sem.Release(); Use(at.B); }", "A: sem", "B:")]
    [InlineData("void M() { var t = sem.WaitAsync(); Use(at.A); }", "A:")]
    [InlineData("void M() { os.WaitOne(); Use(at.A); os.ReleaseMutex(); Use(at.B); }", "A: os", "B:")]
    [InlineData("void M() { if (os.WaitOne(TimeSpan.Zero)) Use(at.A); else Use(at.B); }", "A: os", "B:")]
    [InlineData("void M() { bool t = false; spin.Enter(ref t); Use(at.A); if (t) spin.Exit(); Use(at.B); }", "A: spin", "B:")]
    public static void Other_locks(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("void M() { using var g = m.Lock(); Use(at.A); g.Dispose(); Use(at.B); }", "A: m", "B:")]
    [InlineData("void M() { using (var g = m.TryLock()) { if (g.IsHeld) Use(at.A); Use(at.B); } Use(at.C); }", "A: m", "B:", "C:")]
    [InlineData("void M() { if (!m.TryLock(out var g)) { Use(at.A); return; } using (g) Use(at.B); Use(at.C); }", "A:", "B: m", "C:")]
    [InlineData("void M() { using (Locks.Both(m, n)) Use(at.A); Use(at.B); }", "A: m, n", "B:")]
    [InlineData("void M() { using (var w = r.Write()) { Use(at.A); using (w.Downgrade()) Use(at.B); Use(at.C); } }", "A: r", "B: r shared", "C:")]
    [InlineData("async Task M() { using (await am.LockAsync()) { Use(at.A); } Use(at.B); }", "A: am", "B:")]
    [InlineData("async Task M() { var g = await am.LockAsync(); try { Use(at.A); } finally { g?.Dispose(); } Use(at.B); }", "A: am", "B:")]
    [InlineData("void M() { var g = m.Lock(); End(g); Use(at.A); static void End(MutexGuard<int> x) => x.Dispose(); }", "A:")]
    public static void Guards(string method, params string[] expected) => HeldLocks.Assert(method, expected);
}
