using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnawaitedLock, Fearless.CodeFixes.UnawaitedLockFix>;

namespace Fearless.Analyzers.Tests.UnawaitedLockRule;

public static class CodeFix
{
    [Fact]
    public static Task Awaited() => Test.Fix("""
            public async Task Thrown()
            {
                _ = {|FEAR3008:_sem.WaitAsync()|};
                await Task.Yield();
                _sem.Release();
            }

            public async Task Using()
            {
                using ({|FEAR3008:_sem.WaitAsync()|})
                {
                    await Task.Yield();
                }
            }
        """, """
            public async Task Thrown()
            {
                await _sem.WaitAsync();
                await Task.Yield();
                _sem.Release();
            }

            public async Task Using()
            {
                await _sem.WaitAsync();
                try
                {
                    await Task.Yield();
                }
                finally
                {
                    _sem.Release();
                }
            }
        """);

    [Fact]
    public static Task Not_where_nothing_can_be_awaited() => Test.NoFix("""
            public void Using() { using ({|FEAR3008:_sem.WaitAsync()|}) Work(); }
        """);
}
