using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.IgnoredOutcome, Fearless.CodeFixes.IgnoredOutcomeFix>;

namespace Fearless.Analyzers.Tests.IgnoredOutcomeRule;

public static class Valid
{
    [Fact]
    public static Task Looked_at() => Test.Silent("""
            public bool ReaderWriter()
            {
                if (!_rw.TryEnterReadLock(100))
                    return false;
                try { Work(); } finally { _rw.ExitReadLock(); }
                return true;
            }
            public async Task Awaited()
            {
                var got = await _sem.WaitAsync(TimeSpan.FromSeconds(1));
                try { if (got) Work(); } finally { if (got) _sem.Release(); }
            }
            public void Flag()
            {
                var taken = false;
                try { Monitor.TryEnter(_a, 10, ref taken); if (taken) Work(); } finally { if (taken) Monitor.Exit(_a); }
            }
        """);

    [Fact]
    public static Task Without_a_limit() => Test.Silent("""
            public void M()
            {
                _sem.Wait(Timeout.Infinite);
                try { Work(); } finally { _sem.Release(); }
            }
        """);

    [Fact]
    public static Task An_interruptible_sleep() => Test.Silent("""
            private volatile bool _stop;
            public void Stop() { _stop = true; _signal.Release(); }
            public async Task RunAsync()
            {
                while (!_stop) { await _signal.WaitAsync(1000); Work(); }
            }
        """);
}
