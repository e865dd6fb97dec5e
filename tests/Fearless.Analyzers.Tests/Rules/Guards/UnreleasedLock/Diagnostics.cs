using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnreleasedLock, Fearless.CodeFixes.UnreleasedLockFix>;

namespace Fearless.Analyzers.Tests.UnreleasedLockRule;

public static class Diagnostics
{
    [Fact]
    public static Task Some_paths_only() => Test.Members("""
            public bool Early(string key)
            {
                {|FEAR3004:_rw.EnterReadLock()|};
                if (key.Length > 1) { _rw.ExitReadLock(); return true; }
                return false;
            }
            public void Twice() { {|FEAR3004:_lock.Enter()|}; _lock.Enter(); try { Work(); } finally { _lock.Exit(); } }
        """);

    [Fact]
    public static Task When_something_throws() => Test.Members("""
            public void Monitors() { {|FEAR3004:Monitor.Enter(_a)|}; Work(); Monitor.Exit(_a); }
            public void Between() { {|FEAR3004:Monitor.Enter(_a)|}; Work(); try { Work(); } finally { Monitor.Exit(_a); } }
            public async Task Async() { await {|FEAR3004:_sem.WaitAsync()|}; await Task.Yield(); _sem.Release(); }
            public void Os() { {|FEAR3004:_os.WaitOne()|}; Work(); _os.ReleaseMutex(); }
            public IEnumerable<int> Iterator() { {|FEAR3004:_rw.EnterReadLock()|}; foreach (var x in _list) yield return int.Parse(x.ToString()); _rw.ExitReadLock(); }
        """);

    [Fact]
    public static Task Never() => Test.Members("""
            public void Nobody() { {|FEAR3004:Monitor.Enter(_b)|}; _count--; }
            public async Task Disposed() { await {|FEAR3004:_sem.WaitAsync()|}; try { Work(); } finally { _sem.Dispose(); } }
        """);

    [Fact]
    public static Task Taken_in_the_try() => Test.Members("""
            public async Task Cancelled(CancellationToken stop)
            {
                try { await {|FEAR3005:_sem.WaitAsync(stop)|}; Work(); } finally { _sem.Release(); }
            }
            public void After()
            {
                try { var x = int.Parse("1"); {|FEAR3005:_rw.EnterWriteLock()|}; _count = x; } finally { _rw.ExitWriteLock(); }
            }
            public void Both()
            {
                try { {|FEAR3005:Monitor.Enter(_a)|}; {|FEAR3005:Monitor.Enter(_b)|}; _count++; } finally { Monitor.Exit(_b); Monitor.Exit(_a); }
            }
        """);

    [Theory]
    [InlineData("public void M() { {|#0:Monitor.Enter(_a)|}; Work(); Monitor.Exit(_a); }",
        "'_a' stays taken if an exception is thrown before it is released in line 29: release it in a 'finally'")]
    [InlineData("public void M() { {|#0:Monitor.Enter(_a)|}; _count++; }", "'_a' is never released: release it in a 'finally'")]
    public static Task Message(string member, string message) => Test.Message(member, "FEAR3004", message);

    [Fact]
    public static Task Another_lock_may_be_null() => Test.Members("""
            private readonly SemaphoreSlim? _maybe = new(1, 1);
            public void Other()
            {
                {|FEAR3004:_sem.Wait()|};
                if (_maybe != null) _sem.Release();
            }
        """);

    [Fact]
    public static Task Taken_by_a_static_helper_that_is_given_this() => Test.Members("""
            public void M()
            {
                {|FEAR3004:Take(this)|};
                Work();
                Drop(this);
            }
            private static void Take(Shop self) { Monitor.Enter(self._a); }
            private static void Drop(Shop self) => Monitor.Exit(self._a);
        """);

    [Fact]
    public static Task Taken_by_a_helper_of_a_helper() => Test.Members("""
            private readonly Side _side = new();
            private sealed class Side
            {
                private readonly object _inner = new();
                public void Enter() => Monitor.Enter(_inner);
                public void Exit() { Monitor.Exit(_inner); }
            }
            public void M()
            {
                {|FEAR3004:Begin()|};
                Work();
                End(this);
            }
            private void Begin() => _side.Enter();
            private static void End(Shop self) { self._side.Exit(); }
        """);

    [Fact]
    public static Task A_helper_that_calls_or_divides_may_throw() => Test.Members("""
            public void Divides()
            {
                {|FEAR3004:Monitor.Enter(_a)|};
                if (Rest() == 0)
                    _count++;
                Monitor.Exit(_a);
            }
            public void Calls()
            {
                {|FEAR3004:Monitor.Enter(_b)|};
                if (Asks())
                    _count++;
                Monitor.Exit(_b);
            }
            private int Rest() => 7 % _count;
            private bool Asks() => int.Parse("1") > _count;
        """);
}
