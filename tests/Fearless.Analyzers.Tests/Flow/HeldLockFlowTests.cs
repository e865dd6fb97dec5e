using Xunit;

namespace Fearless.Analyzers.Tests.Flow;

/// <summary>Which locks are held, path by path.</summary>
public static class HeldLockFlowTests
{
    [Theory]
    [InlineData("int M() { Monitor.Enter(a); try { if (P()) return at.A; } finally { Monitor.Exit(a); } return at.B; }", "A: a", "B:")]
    [InlineData("void M() { try { lock (a) { Use(at.A); throw new Exception(); } } catch { Use(at.B); } Use(at.C); }", "A: a", "B:", "C:")]
    [InlineData("void M() { Monitor.Enter(a); try { Use(1); } catch { Use(at.A); } finally { Use(at.B); Monitor.Exit(a); Use(at.C); } }", "A: a", "B: a", "C:")]
    [InlineData("void M() { try { Use(1); lock (a) Use(2); } finally { Use(at.A); } }", "A:")]
    [InlineData("void M() { lock (a) { try { Use(at.A); } finally { lock (b) { try { Use(at.B); } finally { Use(at.C); } } Use(at.D); } } }", "A: a", "B: a, b", "C: a, b", "D: a")]
    [InlineData("void M() { lock (a) { try { Use(1); } catch (Exception e) when (at.A > 0) { Use(at.B); } } Use(at.C); }", "A: a", "B: a", "C:")]
    [InlineData("void M() { foreach (var x in new[] { 1 }) { lock (a) { if (P()) continue; if (P()) break; Use(at.A); } Use(at.B); } Use(at.C); }", "A: a", "B:", "C:")]
    [InlineData("void M() { again: lock (a) { Use(at.A); if (P()) goto again; if (P()) goto end; } Use(at.B); end: Use(at.C); }", "A: a", "B:", "C:")]
    [InlineData("void M() { while (P()) Monitor.Enter(a); Use(at.A); }", "A:")]
    [InlineData("void M() { do Monitor.Enter(a); while (P()); Use(at.A); }", "A: a")]
    [InlineData("void M() { if (P()) Monitor.Enter(a); else Monitor.Enter(a); Use(at.A); }", "A: a")]
    [InlineData("void M() { if (P()) Monitor.Enter(a); Use(at.A); }", "A:")]
    [InlineData("void M() { while (!Monitor.TryEnter(a)) Thread.Yield(); Use(at.A); Monitor.Exit(a); }", "A: a")]
    [InlineData("void M(int i) { lock (a) { switch (i) { case 0: Use(at.A); return; case 1: break; } Use(at.B); } Use(at.C); }", "A: a", "B: a", "C:")]
    [InlineData("void M() { lock (a) { var x = P() ? at.A : throw new Exception(); } Use(at.B); }", "A: a", "B:")]
    public static void Paths(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("void M() { lock (a) { new List<int>().ForEach(x => Use(at.A)); } }", "A: a")]
    [InlineData("void M() { lock (a) { Action later = () => Use(at.A); Keep(later); } void Keep(Action x) { } }", "A:")]
    [InlineData("void M() { lock (a) { Task.Run(() => Use(at.A)); } }", "A:")]
    [InlineData("void M() { lock (a) { Read(); } void Read() => Use(at.A); }", "A: a")]
    [InlineData("void M() { lock (a) { Read(); } Read(); void Read() => Use(at.A); }", "A:")]
    [InlineData("void M() { Take(); Use(at.A); Monitor.Exit(a); Use(at.B); void Take() => Monitor.Enter(a); }", "A: a", "B:")]
    [InlineData("void M() { lock (a) { Action now = () => Use(at.A); now(); } }", "A: a")]
    [InlineData("void M() { lock (a) { var xs = new[] { 1 }.Where(x => at.A > x).ToList(); } }", "A: a")]
    [InlineData("async Task M() { lock (a) { Use(at.A); } await Task.Yield(); Use(at.B); }", "A: a", "B:")]
    [InlineData("void M() { Use(at.A); System.Diagnostics.Debug.Assert(Monitor.IsEntered(a), $\"{nameof(M)} under the lock\"); Use(at.B); }", "A:", "B: a")]
    [InlineData("void M() { System.Diagnostics.Debug.Assert(Monitor.IsEntered(a)); Use(at.A); Monitor.Exit(a); Use(at.B); Monitor.Enter(a); }", "A: a", "B:")]
    [InlineData("void M() { System.Diagnostics.Debug.Assert(!Monitor.IsEntered(a)); Use(at.A); }", "A:")]
    public static void Functions(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("void M() { var g = m.Lock(); g.Value++; }", "m: always")]
    [InlineData("void M() { var g = m.Lock(); if (P()) return; g.Dispose(); }", "m: sometimes")]
    [InlineData("void M() { var g = m.Lock(); P(); g.Dispose(); }", "m: exception")]
    [InlineData("void M() { while (P()) { var g = m.Lock(); } }", "m: sometimes")]
    [InlineData("async Task M() { using var g = await am.LockAsync(); await Task.Yield(); }")]
    [InlineData("void M() { Monitor.Enter(a); Use(1); Monitor.Exit(a); }", "a: exception")]
    [InlineData("void M() { lock (a) { Use(1); } lock (l) { Use(2); } }")]
    [InlineData("void M() { foreach (var x in new[] { 1 }) { if (!m.TryLock(out var g)) continue; using (g) { if (P()) break; Use(x); } } }")]
    public static void Leaks(string method, params string[] expected) => HeldLocks.AssertLeaks(method, expected);
}
