using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnreleasedLock, Fearless.CodeFixes.UnreleasedLockFix>;

namespace Fearless.Analyzers.Tests.UnreleasedLockRule;

public static class CodeFix
{
    [Fact]
    public static Task The_release_goes_into_a_finally() => Test.Fix("""
            public void M(string text)
            {
                {|FEAR3004:_sem.Wait()|};
                _count = int.Parse(text);
                _sem.Release();
            }

            public bool Early(string key)
            {
                // Readers only.
                {|FEAR3004:_rw.EnterReadLock()|};
                if (key.Length > 1)
                {
                    _rw.ExitReadLock();
                    return true;
                }

                return false;
            }

            public void Never()
            {
                {|FEAR3004:Monitor.Enter(_b)|};
                _count--;
            }
        """, """
            public void M(string text)
            {
                _sem.Wait();
                try
                {
                    _count = int.Parse(text);
                }
                finally
                {
                    _sem.Release();
                }
            }

            public bool Early(string key)
            {
                // Readers only.
                _rw.EnterReadLock();
                try
                {
                    if (key.Length > 1)
                    {
                        return true;
                    }

                    return false;
                }
                finally
                {
                    _rw.ExitReadLock();
                }
            }

            public void Never()
            {
                Monitor.Enter(_b);
                try
                {
                    _count--;
                }
                finally
                {
                    Monitor.Exit(_b);
                }
            }
        """);

    [Fact]
    public static Task The_try_starts_earlier() => Test.Fix("""
            public void M(string text)
            {
                {|FEAR3004:Monitor.Enter(_a)|};
                var x = int.Parse(text);
                try
                {
                    _count = x;
                }
                finally
                {
                    Monitor.Exit(_a);
                }
            }
        """, """
            public void M(string text)
            {
                Monitor.Enter(_a);
                try
                {
                    var x = int.Parse(text);
                    _count = x;
                }
                finally
                {
                    Monitor.Exit(_a);
                }
            }
        """);

    [Fact]
    public static Task The_acquisition_comes_before_the_try() => Test.Fix("""
            public async Task M(CancellationToken stop)
            {
                try
                {
                    await {|FEAR3005:_sem.WaitAsync(stop)|};
                    Work();
                }
                finally
                {
                    _sem.Release();
                }
            }
        """, """
            public async Task M(CancellationToken stop)
            {
                await _sem.WaitAsync(stop);
                try
                {
                    Work();
                }
                finally
                {
                    _sem.Release();
                }
            }
        """);

    [Fact]
    public static Task Not_where_it_would_not_compile_or_change_more() => Test.NoFix("""
            public int M(string text)
            {
                {|FEAR3004:Monitor.Enter(_a)|};
                var x = int.Parse(text);
                Monitor.Exit(_a);
                return x;
            }

            public async Task Catching(CancellationToken stop)
            {
                try
                {
                    await {|FEAR3005:_sem.WaitAsync(stop)|};
                    Work();
                }
                catch (OperationCanceledException)
                {
                }
                finally
                {
                    _sem.Release();
                }
            }
        """);
}
