using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.WrongRelease, Fearless.Analyzers.Tests.Locks.NoFix>;

namespace Fearless.Analyzers.Tests.WrongReleaseRule;

public static class Diagnostics
{
    [Fact]
    public static Task Not_what_is_held() => Test.Members("""
            public void OtherMode() { _rw.EnterReadLock(); try { Work(); } finally { {|FEAR3006:_rw.ExitWriteLock()|}; } }
            public void OtherObject(Shop other)
            {
                Monitor.Enter(other._a);
                try { Work(); } finally { {|FEAR3006:Monitor.Exit(_a)|}; }
            }
            public void Twice() { Monitor.Enter(_a); _count++; Monitor.Exit(_a); Work(); {|FEAR3006:Monitor.Exit(_a)|}; }
            public async Task TwiceAsync() { await _sem.WaitAsync(); _sem.Release(); {|FEAR3006:_sem.Release()|}; }
        """);

    [Fact]
    public static Task Not_taken_on_every_path() => Test.Members("""
            private void Some()
            {
                if (_count > 9)
                {
                    _rw.EnterWriteLock();
                    _list.Clear();
                }
                else
                {
                    _list.Add(1);
                }

                {|FEAR3006:_rw.ExitWriteLock()|};
            }
        """);

    [Fact]
    public static Task The_lock_of_the_caller() => Test.Source("""
        public sealed class Ledger
        {
            private readonly object _gate = new();
            private readonly Lock _lock = new();
            public void Use() { lock (_gate) Release(); lock (_lock) Adopt(); }
            [RequiresLock(nameof(_gate))] private void Release() { {|FEAR3006:Monitor.Exit(_gate)|}; }
            [RequiresLock(nameof(_lock))] private void Adopt() { using var held = {|FEAR3006:new Held(_lock)|}; }
            [ReleasesLock(nameof(_gate))] public void Done() => Monitor.Exit(_gate);
            [RequiresLock(nameof(_gate))] private void Pause() { Monitor.Exit(_gate); Use(); Monitor.Enter(_gate); }
            public void Own() { if (!_lock.TryEnter()) return; using var held = new Held(_lock); Use(); }
            private readonly ref struct Held
            {
                private readonly Lock _of;
                public Held(Lock of) => _of = of;
                [ReleasesLock(nameof(_of))] public void Dispose() => _of.Exit();
            }
        }
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "public void M() { _rw.EnterReadLock(); try { Work(); } finally { {|#0:_rw.ExitWriteLock()|}; } }",
        "FEAR3006", "'_rw' is released for writing here, but held for reading (line 29): release it as it was taken");
}
