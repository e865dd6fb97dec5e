using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.LockOrder, Fearless.CodeFixes.LockOrderFix>;

namespace Fearless.Analyzers.Tests.LockOrderRule;

public static class Diagnostics
{
    private const string First = "void First() { lock (_a) lock (_b) _count++; }\n";

    [Theory]
    [InlineData("void Second() { lock (_b) lock ([|_a|]) _count--; }")]
    [InlineData("void Second() { Monitor.Enter(_b); try { [|Monitor.Enter(_a)|]; try { Work(); } finally { Monitor.Exit(_a); } } finally { Monitor.Exit(_b); } }")]
    [InlineData("void Second() { lock (_b) [|Inner()|]; } void Inner() { lock (_a) _count--; }")]
    [InlineData("void Second() { lock (_b) [|Far()|]; } void Far() => Inner(); void Inner() { lock (_a) _count--; }")]
    [InlineData("void Second() { lock (_b) _count = [|Sum|]; } int Sum { get { lock (_a) return _count; } }")]
    [InlineData("void Second() { lock (_b) { void Inner() { lock ([|_a|]) _count--; } Inner(); } }")]
    [InlineData("void Second() { lock (_b) _list.ForEach(i => { lock ([|_a|]) _count += i; }); }")]
    [InlineData("void Second() { lock (_b) [|With(() => Work())|]; } void With(Action change) { lock (_a) change(); }")]
    [InlineData("void Second() => Under(() => { lock ([|_a|]) _count--; }); void Under(Action change) { lock (_b) change(); }")]
    [InlineData("void Second() { if (!Monitor.TryEnter(_b)) return; try { lock ([|_a|]) _count--; } finally { Monitor.Exit(_b); } }")]
    [InlineData("void Second() { var gate = _b; lock (gate) { var other = _a; lock ([|other|]) _count--; } }")]
    [InlineData("object Gate => _b; void Second() { lock (Gate) lock ([|_a|]) _count--; }")]
    [InlineData("static void Second(Shop shop) { lock (shop._b) lock ([|shop._a|]) shop._count--; }")]
    [InlineData("void Second() { Task.Run(() => { lock (_b) lock ([|_a|]) _count--; }); }")]
    [InlineData("void Second() { new Thread(static s => { var shop = (Shop)s!; lock (shop._b) lock ([|shop._a|]) shop._count--; }).Start(this); }")]
    [InlineData("[RequiresLock(nameof(_b))] void Second() { lock ([|_a|]) _count--; }")]
    [InlineData("void Second() { lock (_b) foreach (var i in [|Each()|]) _count += i; } IEnumerable<int> Each() { lock (_a) yield return 1; }")]
    [InlineData("void Second() { lock (_b) { using ([|new Held(this)|]) _count++; } } sealed class Held : IDisposable { readonly Shop _s; public Held(Shop s) { _s = s; Monitor.Enter(_s._a); } public void Dispose() => Monitor.Exit(_s._a); }")]
    public static Task Of_two_members(string second) => Test.Members(First + second);

    [Theory]
    [InlineData("void M() { lock (_a) using (_lock.EnterScope()) Work(); } void N() { using (_lock.EnterScope()) lock ([|_a|]) Work(); }")]
    [InlineData("void M() { lock (_a) lock (_lock) Work(); } void N() { lock (_lock) lock ([|_a|]) Work(); }")]
    [InlineData("void M() { _sem.Wait(); try { lock (_a) Work(); } finally { _sem.Release(); } } void N() { lock (_a) { [|_sem.Wait()|]; _sem.Release(); } }")]
    [InlineData("void M() { lock (_a) { _rw.EnterReadLock(); _rw.ExitReadLock(); } } void N() { _rw.EnterWriteLock(); lock ([|_a|]) Work(); _rw.ExitWriteLock(); }")]
    [InlineData("void M() { using var m = _m.Lock(); using var n = _n.Lock(); } void N() { using var n = _n.Lock(); using var m = [|_m.Lock()|]; }")]
    [InlineData("async Task M() { await _sem.WaitAsync(); try { using var a = await _am.LockAsync(); } finally { _sem.Release(); } } async Task N() { using var a = await _am.LockAsync(); await [|_sem.WaitAsync()|]; _sem.Release(); }")]
    public static Task Of_locks_of_different_kinds(string members) => Test.Members(members);

    [Fact]
    public static Task Of_three_that_go_round() => Test.Members("""
            private readonly object _c = new();
            void One() { lock (_a) lock (_b) Work(); }
            void Two() { lock (_b) lock (_c) Work(); }
            void Three() { lock (_c) lock ([|_a|]) Work(); }
        """);

    [Fact]
    public static Task Of_an_object_and_what_it_keeps() => Test.Source("""
        public sealed class Cart
        {
            private readonly List<Line> _lines = [];
            public void Clear() { lock (this) foreach (var line in _lines) line.Detach(); }
            private void Charge() { lock (this) _lines.Clear(); }
            public sealed class Line(Cart cart)
            {
                private readonly object _gate = new();
                internal void Detach() { lock (_gate) { } }
                public void Count() { lock (_gate) [|cart.Charge()|]; }
            }
        }
        """);

    [Fact]
    public static Task Says_both_ways() => Test.Message(
        "void First() { lock (_a) Inner(); }\nvoid Inner() { lock (_b) _count++; }\nvoid Second() { lock (_b) lock ({|#0:_a|}) _count--; }",
        "FEAR5001",
        "'_a' is taken while '_b' is held, but '_b' while '_a' is held in 'First' (line 29 -> line 30): each may wait for the other for ever; take them in one order everywhere");
}
