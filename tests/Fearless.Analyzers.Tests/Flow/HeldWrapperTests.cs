using Xunit;

namespace Fearless.Analyzers.Tests.Flow;

/// <summary>Locks that are taken and released by the program's own methods and objects, or that a marker says are held.</summary>
public static class HeldWrapperTests
{
    [Theory]
    [InlineData("void M() { In(); Use(at.A); Out(); Use(at.B); }", "A: a", "B:")]
    [InlineData("void M() { In(); try { Use(at.A); if (P()) return; } finally { Out(); } Use(at.B); }", "A: a", "B:")]
    [InlineData("void M() { using (Take()) Use(at.A); Use(at.B); }", "A: a", "B:")]
    [InlineData("void M() { InB(); Use(at.A); OutB(); Use(at.B); }", "A: b", "B:")]
    [InlineData("void M() { InRead(); Use(at.A); rw.ExitReadLock(); Use(at.B); }", "A: rw shared", "B:")]
    [InlineData("void M() { if (TryInB()) { Use(at.A); OutB(); } else Use(at.B); Use(at.C); }", "A: b", "B:", "C:")]
    [InlineData("void M() { InBoth(); Use(at.A); Monitor.Exit(b); Use(at.B); Monitor.Exit(a); Use(at.C); }", "A: a, b", "B: a", "C:")]
    [InlineData("void M() { InSome(); Use(at.A); }", "A:")]
    public static void Methods(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("void M() { using (new Hold(a)) Use(at.A); Use(at.B); }", "A: a", "B:")]
    [InlineData("void M() { var h = new Hold(b); try { Use(at.A); } finally { h.Dispose(); } Use(at.B); }", "A: b", "B:")]
    [InlineData("void M() { using Hold h = new(a); Use(at.A); }", "A: a")]
    [InlineData("void M() { lock (l) { Use(at.A); using (new LetGo(l)) { Use(at.B); } Use(at.C); } Use(at.D); }", "A: l", "B:", "C: l", "D:")]
    [InlineData("void M() { lock (l) { foreach (var x in new[] { 1 }) { using (new LetGo(l)) { if (P()) continue; if (P()) break; Use(at.A); } Use(at.B); } Use(at.C); } }", "A:", "B: l", "C: l")]
    [InlineData("async Task M() { await sem.WaitAsync(); using (new Adopt(sem)) { await Task.Yield(); Use(at.A); } Use(at.B); }", "A: sem", "B:")]
    [InlineData("void M() { if (!sem.Wait(0)) return; using var held = new Adopt(sem); Use(at.A); }", "A: sem")]
    [InlineData("IDisposable M() { sem.Wait(); return new Adopt(sem); }")]
    public static void Objects(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("[RequiresLock(nameof(a))] void M() { Use(at.A); Monitor.Exit(a); Use(at.B); Monitor.Enter(a); Use(at.C); }", "A: a", "B:", "C: a")]
    [InlineData("[RequiresLock(nameof(rw), Shared = true)] void M() { Use(at.A); }", "A: rw shared")]
    [InlineData("[ReleasesLock(nameof(b))] void M() { Use(at.A); Monitor.Exit(b); Use(at.B); }", "A: b", "B:")]
    [InlineData("[RequiresLock(\"x\")] void M(object x) { Use(at.A); lock (a) Use(at.B); }", "A: x", "B: a, x")]
    [InlineData("[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.Synchronized)] void M() { Use(at.A); }", "A: this")]
    public static void Contracts(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("IEnumerable<int> M() { lock (a) { yield return at.A; Use(at.B); } Use(at.C); }", "A: a", "B: a", "C:")]
    [InlineData("IEnumerable<int> M() { Monitor.Enter(a); try { foreach (var x in new[] { 1 }) yield return at.A; yield break; } finally { Use(at.B); Monitor.Exit(a); } }", "A: a", "B: a")]
    [InlineData("async IAsyncEnumerable<int> M() { using (await am.LockAsync()) { await Task.Yield(); yield return at.A; } Use(at.B); }", "A: am", "B:")]
    public static void Iterators(string method, params string[] expected) => HeldLocks.Assert(method, expected);

    [Theory]
    [InlineData("[RequiresLock(nameof(a))] void M() { Monitor.Exit(a); Use(1); Monitor.Enter(a); }")]
    [InlineData("void M() { var h = new Hold(a); if (P()) return; h.Dispose(); }", "a: sometimes")]
    [InlineData("void M() { In(); Use(1); }", "a: always")]
    [InlineData("void M() { using (new Hold(a)) Use(1); lock (l) using (new LetGo(l)) Use(2); }")]
    public static void Leaks(string method, params string[] expected) => HeldLocks.AssertLeaks(method, expected);
}
