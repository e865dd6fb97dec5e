using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.WrittenUnderReadLock, Fearless.CodeFixes.WriteLockFix>;

namespace Fearless.Analyzers.Tests.WrittenUnderReadLockRule;

public static class Valid
{
    [Fact]
    public static Task Written_for_writing_or_filled_on_demand() => Test.Silent("""
            private string? _cache;
            private volatile string? _last;
            public void Reset() { _rw.EnterWriteLock(); try { _cache = null; _last = null; } finally { _rw.ExitWriteLock(); } }
            public string Get() { _rw.EnterReadLock(); try { return _cache ??= "x"; } finally { _rw.ExitReadLock(); } }
            public string? Again() { _rw.EnterReadLock(); try { if (_cache == null) _cache = "x"; _last = _cache; return _cache; } finally { _rw.ExitReadLock(); } }
            public string? Peek() => _cache ?? _last;
            public string? PeekAgain() => _cache ?? _last;
        """);
}
