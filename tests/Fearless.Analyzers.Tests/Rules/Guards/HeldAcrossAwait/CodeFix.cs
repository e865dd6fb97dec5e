using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.HeldAcrossAwait, Fearless.CodeFixes.HeldAcrossAwaitFix>;

namespace Fearless.Analyzers.Tests.HeldAcrossAwaitRule;

public static class CodeFix
{
    [Fact]
    public static Task The_last_await_comes_after_the_release() => Test.Fix("""
            public async Task M(string path)
            {
                Monitor.Enter(_a);
                try
                {
                    _count++;
                    {|FEAR3007:await System.IO.File.WriteAllTextAsync(path, "x")|};
                }
                finally
                {
                    Monitor.Exit(_a);
                }
            }
        """, """
            public async Task M(string path)
            {
                Monitor.Enter(_a);
                try
                {
                    _count++;
                }
                finally
                {
                    Monitor.Exit(_a);
                }
        
                await System.IO.File.WriteAllTextAsync(path, "x");
            }
        """.Replace("        \n", "\n"));

    [Fact]
    public static Task The_first_await_comes_before_the_lock() => Test.Fix("""
            public async Task M()
            {
                _rw.EnterWriteLock();
                try
                {
                    {|FEAR3007:await Task.Delay(1)|};
                    _count++;
                }
                finally
                {
                    _rw.ExitWriteLock();
                }
            }
        """, """
            public async Task M()
            {
                await Task.Delay(1);
                _rw.EnterWriteLock();
                try
                {
                    _count++;
                }
                finally
                {
                    _rw.ExitWriteLock();
                }
            }
        """);

    [Fact]
    public static Task What_it_needs_of_the_lock_stays() => Test.NoFix("""
            public async Task M()
            {
                Monitor.Enter(_a);
                try
                {
                    _count++;
                    {|FEAR3007:await Task.Delay(_count)|};
                }
                finally
                {
                    Monitor.Exit(_a);
                }
            }
        """);
}
