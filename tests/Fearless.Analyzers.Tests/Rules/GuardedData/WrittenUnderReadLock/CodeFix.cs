using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.WrittenUnderReadLock, Fearless.CodeFixes.WriteLockFix>;

namespace Fearless.Analyzers.Tests.WrittenUnderReadLockRule;

public static class CodeFix
{
    [Fact]
    public static Task The_lock_is_taken_for_writing() => Test.Fix("""
            private string? _last;
            public void Reset() { _rw.EnterWriteLock(); try { _last = null; } finally { _rw.ExitWriteLock(); } }
            public string Get(string key)
            {
                _rw.EnterReadLock();
                try
                {
                    return {|FEAR4013:_last|} = key;
                }
                finally
                {
                    _rw.ExitReadLock();
                }
            }
            public string? Peek() => _last;
            public string? PeekAgain() => _last;
        """, """
            private string? _last;
            public void Reset() { _rw.EnterWriteLock(); try { _last = null; } finally { _rw.ExitWriteLock(); } }
            public string Get(string key)
            {
                _rw.EnterWriteLock();
                try
                {
                    return _last = key;
                }
                finally
                {
                    _rw.ExitWriteLock();
                }
            }
            public string? Peek() => _last;
            public string? PeekAgain() => _last;
        """);
}
