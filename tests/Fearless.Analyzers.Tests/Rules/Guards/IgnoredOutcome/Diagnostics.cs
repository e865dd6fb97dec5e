using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.IgnoredOutcome, Fearless.CodeFixes.IgnoredOutcomeFix>;

namespace Fearless.Analyzers.Tests.IgnoredOutcomeRule;

public static class Diagnostics
{
    [Fact]
    public static Task Every_kind_of_lock() => Test.Members("""
            public void ReaderWriter()
            {
                {|FEAR3020:_rw.TryEnterReadLock(100)|};
                try { Work(); } finally { _rw.ExitReadLock(); }
            }
            public void Semaphore()
            {
                {|FEAR3020:_sem.Wait(100)|};
                Work();
                _sem.Release();
            }
            public async Task Awaited()
            {
                await {|FEAR3020:_sem.WaitAsync(TimeSpan.FromSeconds(1))|}.ConfigureAwait(false);
                try { Work(); } finally { _sem.Release(); }
            }
            public void System()
            {
                _ = {|FEAR3020:_os.WaitOne(1000)|};
                Work();
                _os.ReleaseMutex();
            }
            public void ByMonitor()
            {
                {|FEAR3020:Monitor.TryEnter(_a, 10)|};
                Work();
                Monitor.Exit(_a);
            }
            public void ByLock()
            {
                var ok = {|FEAR3020:_lock.TryEnter()|};
                Work();
                _lock.Exit();
            }
        """);

    [Fact]
    public static Task A_flag_that_nobody_reads() => Test.Members("""
            public void M()
            {
                var taken = false;
                {|FEAR3020:Monitor.TryEnter(_a, ref taken)|};
                Work();
                Monitor.Exit(_a);
            }
        """);

    [Fact]
    public static Task Released_elsewhere() => Test.Members("""
            public void Begin() => {|FEAR3020:_rw.TryEnterWriteLock(10)|};
            public void End() => _rw.ExitWriteLock();
        """);
}
