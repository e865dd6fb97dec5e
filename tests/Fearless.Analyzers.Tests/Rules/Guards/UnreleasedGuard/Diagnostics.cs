using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnreleasedGuardRule;

public static partial class Diagnostics
{
    [Fact]
    public static Task Discarded() => GuardTest.Members("""
            void Statement() { {|FEAR3002:_m.Lock()|}; }
            void Assigned() { _ = {|FEAR3002:_m.Lock()|}; }
            void Arrow() => {|FEAR3002:_m.Lock()|};
            void Scope() { {|FEAR3002:_gate.EnterScope()|}; Work(); }
            void Read() { {|FEAR3002:_rw.Read()|}; }
            void Write() { _ = {|FEAR3002:_rw.Write()|}; }
            void Tried() { {|FEAR3002:_m.TryLock()|}; }
            bool OutDiscard() => !{|FEAR3002:_m.TryLock(out _)|};
            bool OutVar() => {|FEAR3002:_m.TryLock(out var _)|};
            void Both() { {|FEAR3002:Locks.Both(_m, _n)|}; }
            void Downgraded() { using var w = _rw.Write(); {|FEAR3002:w.Downgrade()|}; }
            async Task Awaited() { await {|FEAR3002:_am.LockAsync()|}; }
            async Task AwaitedAssigned() { _ = await {|FEAR3002:_am.LockAsync()|}.ConfigureAwait(false); }
            void NotAwaited() { _ = {|FEAR3002:_am.LockAsync()|}; }
            Action Lambda() => () => {|FEAR3002:_m.Lock()|};
            void LocalFunction() { Take(); void Take() => {|FEAR3002:_m.Lock()|}; }
            void Somebodys() { {|FEAR3002:LockIt()|}; MutexGuard<int> LockIt() => _m.Lock(); }
        """);

    [Fact]
    public static Task Used_as_a_temporary() => GuardTest.Members("""
            void Increment() { {|FEAR3002:_m.Lock()|}.Value++; }
            void Assign() { {|FEAR3002:_m.Lock()|}.Value = C() ? 1 : 2; }
            int Return() => {|FEAR3002:_m.Lock()|}.Value;
            void Local() { var x = {|FEAR3002:_m.Lock()|}.Value; Console.WriteLine(x); }
            void Alias() { ref var x = ref {|FEAR3002:_m.Lock()|}.Value; x++; }
            void Call() { {|FEAR3002:_samples.Lock()|}.Value.Add(1); }
            void Condition() { if ({|FEAR3002:_m.Lock()|}.Value > 0) Work(); }
            void Tested() { if ({|FEAR3002:_m.TryLock()|}.IsHeld) Work(); }
            void Each() { foreach (var x in {|FEAR3002:_samples.Lock()|}.Value) Work(); }
            void Switch() { switch ({|FEAR3002:_m.Lock()|}.Value) { case 0: Work(); break; } }
            int ReadCount() => {|FEAR3002:_rw.Read()|}.Value.Count;
            async Task<int> Async() => (await {|FEAR3002:_am.LockAsync()|}).Value;
            async Task<int> Configured() => (await {|FEAR3002:_arw.ReadAsync()|}.ConfigureAwait(false)).Value;
            int Blocking() => {|FEAR3002:_am.LockAsync()|}.AsTask().Result.Value;
            void Sum() { var x = {|FEAR3002:_m.Lock()|}.Value + {|FEAR3002:_n.Lock()|}.Value; Console.WriteLine(x); }
        """);

    [Fact]
    public static Task Never_disposed() => GuardTest.Members("""
            void Local() { var g = {|FEAR3003:_m.Lock()|}; g.Value++; }
            void Scope() { var s = {|FEAR3003:_gate.EnterScope()|}; Work(); }
            void Discardlike() { var _ = {|FEAR3003:_m.Lock()|}; }
            void Read() { var r = {|FEAR3003:_rw.Read()|}; Console.WriteLine(r.Value.Count); }
            void Both() { var g = {|FEAR3003:Locks.Both(_m, _n)|}; g.A++; }
            async Task Async() { var g = await {|FEAR3003:_am.LockAsync()|}; g.Value++; }
            void Loop() { foreach (var x in new[] { 1, 2 }) { var g = {|FEAR3003:_m.Lock()|}; g.Value += x; } }
            Action Lambda() => () => { var g = {|FEAR3003:_m.Lock()|}; g.Value++; };
            void Spawned() => Threads.Spawn(() => { var g = {|FEAR3003:_m.Lock()|}; g.Value++; });
            void LocalFunction() { Add(); void Add() { var g = {|FEAR3003:_m.Lock()|}; g.Value++; } }
            void Downgraded() { var w = _rw.Write(); var r = {|FEAR3003:w.Downgrade()|}; Work(); }
            IEnumerable<int> Iterator() { var g = {|FEAR3003:_am.LockAsync()|}.AsTask().Result; yield return 1; }
        """);

    [Fact]
    public static Task Not_on_every_path() => GuardTest.Members("""
            int EarlyReturn() { var g = {|FEAR3003:_m.Lock()|}; if (g.Value > 0) return 1; g.Dispose(); return 0; }
            void Branch() { var g = {|FEAR3003:_m.Lock()|}; if (g.Value > 0) g.Dispose(); }
            void Switch(int i) { var g = {|FEAR3003:_m.Lock()|}; switch (i) { case 0: return; default: g.Dispose(); break; } }
            void Out() { if (!{|FEAR3003:_m.TryLock(out var g)|}) return; g.Value++; }
            void OutTaken() { if ({|FEAR3003:_m.TryLock(out var g)|}) g.Value++; }
            void Tried() { var g = {|FEAR3003:_m.TryLock()|}; if (g.IsHeld) g.Value++; }
            void Continue() { foreach (var x in new[] { 1, 2 }) { var g = {|FEAR3003:_m.Lock()|}; if (x == 1) continue; g.Dispose(); } }
            void Goto() { var g = {|FEAR3003:_m.Lock()|}; if (g.Value > 0) goto end; g.Dispose(); end: Console.WriteLine(); }
            void Throw() { var g = {|FEAR3003:_m.Lock()|}; if (g.Value > 0) throw new InvalidOperationException(); g.Dispose(); }
            void Call() { var g = {|FEAR3003:_m.Lock()|}; Work(); g.Dispose(); }
            async Task Await() { var g = await {|FEAR3003:_am.LockAsync()|}; await Task.Yield(); g.Dispose(); }
            void Filter() { var g = {|FEAR3003:_m.Lock()|}; try { Work(); } catch (InvalidOperationException) when (C()) { } g.Dispose(); }
        """);

    [Theory]
    [InlineData("void M() { {|#0:_m.Lock()|}; }", "FEAR3002",
        "the guard of '_m' is discarded, so the lock is never released and the next to ask for it waits for ever: keep the guard in a 'using' declaration")]
    [InlineData("int M() => {|#0:_m.Lock()|}.Value;", "FEAR3002",
        "the guard of '_m' is used as a temporary, so the lock is never released and the next to ask for it waits for ever: keep the guard in a 'using' declaration")]
    [InlineData("void M(List<Fearless.Mutex<int>> all) { {|#0:all[0].Lock()|}; }", "FEAR3002",
        "the guard of 'all[0]' is discarded, so the lock is never released and the next to ask for it waits for ever: keep the guard in a 'using' declaration")]
    [InlineData("void M() { var g = {|#0:_m.Lock()|}; }", "FEAR3003",
        "the guard of '_m' is never disposed, so the lock stays taken: declare the guard with 'using'")]
    [InlineData("void M() { var g = {|#0:_m.Lock()|}; if (C()) return; g.Dispose(); }", "FEAR3003",
        "the guard of '_m' is not disposed on every path, so the lock stays taken: declare the guard with 'using'")]
    [InlineData("void M() { var g = {|#0:_gate.EnterScope()|}; Work(); g.Dispose(); }", "FEAR3003",
        "the guard of '_gate' is not disposed when an exception is thrown, so the lock stays taken: declare the guard with 'using'")]
    public static Task Messages(string member, string id, string message) => GuardTest.Message("    " + member, id, message);
}
