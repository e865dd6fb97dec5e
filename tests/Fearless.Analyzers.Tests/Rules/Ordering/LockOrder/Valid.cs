using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.LockOrder, Fearless.CodeFixes.LockOrderFix>;

namespace Fearless.Analyzers.Tests.LockOrderRule;

public static class Valid
{
    private const string First = "private readonly object _gate = new(); void First() { lock (_a) lock (_b) _count++; }\n";

    [Theory]
    [InlineData("void Second() { lock (_a) { lock (_b) _count--; } }")]
    [InlineData("void Second() { lock (_b) _count--; lock (_a) _count--; }")]
    [InlineData("void Second() { lock (_a) lock (_b) lock (_a) _count--; }")]
    [InlineData("void Second() { lock (_b) { if (Monitor.TryEnter(_a)) Monitor.Exit(_a); } }")]
    [InlineData("void Second() { lock (_b) { if (Monitor.TryEnter(_a, 50)) { try { Work(); } finally { Monitor.Exit(_a); } } } }")]
    [InlineData("void Second() { lock (_b) Task.Run(Inner); } void Inner() { lock (_a) _count--; }")]
    [InlineData("void Second() { Action later; lock (_b) later = () => { lock (_a) _count--; }; later(); }")]
    [InlineData("void Second() { Monitor.Enter(_b); Monitor.Exit(_b); lock (_a) _count--; }")]
    [InlineData("void Second() { var other = new Shop(); lock (other._b) lock (other._a) other._count--; }")]
    [InlineData("public Shop() { Fill(); } private void Fill() { lock (_b) lock (_a) _count--; }")]
    [InlineData("void Second() { lock (_b) Fill(); } private void Fill() { Monitor.Exit(_b); lock (_a) _count--; Monitor.Enter(_b); }")]
    [InlineData("void Second() { lock (_b) _ = SlowAsync(); } private async Task SlowAsync() { await Task.Yield(); lock (_a) _count--; }")]
    [InlineData("void Second() { lock (_b) Inner(true); } private void Inner(bool isHeld) { if (!isHeld) lock (_a) _count--; }")]
    [InlineData("IEnumerable<int>? _each; void Second() { lock (_b) _each = Each(); } IEnumerable<int> Each() { lock (_a) yield return 1; }")]
    [InlineData("[RequiresLock(nameof(_b), nameof(_a))] void Second() => _count--;")]
    public static Task The_other_order_is_none(string second) => Test.Silent(First + second);

    [Theory]
    [InlineData("void M() { lock (_gate) lock (_a) lock (_b) Work(); } void N() { lock (_gate) lock (_b) lock (_a) Work(); }")]
    [InlineData("void M() { lock (_gate) P1(); } private void P1() { lock (_a) lock (_b) Work(); } void N() { lock (_gate) P2(); } private void P2() { lock (_b) lock (_a) Work(); }")]
    [InlineData("[RequiresLock(nameof(_gate))] void M() { lock (_a) lock (_b) Work(); } [RequiresLock(nameof(_gate))] void N() { lock (_b) lock (_a) Work(); }")]
    public static Task A_gate_lets_one_through(string members) => Test.Silent("private readonly object _gate = new();\n" + members);

    [Theory]
    [InlineData("void M() { _rw.EnterReadLock(); _again.EnterReadLock(); _again.ExitReadLock(); _rw.ExitReadLock(); } void N() { _again.EnterReadLock(); _rw.EnterReadLock(); _rw.ExitReadLock(); _again.ExitReadLock(); }")]
    [InlineData("void M() { lock (_a) { _signal.Wait(); } } void N() { _signal.Wait(); lock (_a) Work(); }")]
    [InlineData("[ThreadAffine(\"ui\")] void M() { lock (_a) lock (_b) Work(); } [ThreadAffine(\"ui\")] void N() { lock (_b) lock (_a) Work(); }")]
    [InlineData("void Begin() { new Thread(Loop).Start(); } private void Loop() { One(); Two(); } private void One() { lock (_a) lock (_b) Work(); } private void Two() { lock (_b) lock (_a) Work(); }")]
    [InlineData("void M() { using var both = Locks.Both(_n, _n2); } void N() { using var both = Locks.Both(_n2, _n); } private readonly Fearless.Mutex<int> _n2 = new(0);")]
    public static Task Nobody_waits_for_the_other(string members) => Test.Silent(members);
}
