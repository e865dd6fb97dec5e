using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.WrittenUnderReadLock, Fearless.CodeFixes.WriteLockFix>;

namespace Fearless.Analyzers.Tests.WrittenUnderReadLockRule;

public static class Diagnostics
{
    [Fact]
    public static Task Written_for_reading() => Test.Members("""
            private string? _last;
            public void Reset() { _rw.EnterWriteLock(); try { _last = null; } finally { _rw.ExitWriteLock(); } }
            public string Get(string key) { _rw.EnterReadLock(); try { return {|FEAR4013:_last|} = key; } finally { _rw.ExitReadLock(); } }
            public string? Peek() => _last;
            public string? PeekAgain() => _last;
        """);
}
