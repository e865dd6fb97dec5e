using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.IgnoredOutcome, Fearless.CodeFixes.IgnoredOutcomeFix>;

namespace Fearless.Analyzers.Tests.IgnoredOutcomeRule;

public static class CodeFix
{
    [Fact]
    public static Task Throws() => Test.Fix("""
            public void M()
            {
                {|FEAR3020:_sem.Wait(100)|};
                try
                {
                    Work();
                }
                finally
                {
                    _sem.Release();
                }
            }

            public async Task N()
            {
                await {|FEAR3020:_sem.WaitAsync(100)|};
                try
                {
                    Work();
                }
                finally
                {
                    _sem.Release();
                }
            }
        """, """
            public void M()
            {
                if (!_sem.Wait(100))
                {
                    throw new TimeoutException();
                }
                try
                {
                    Work();
                }
                finally
                {
                    _sem.Release();
                }
            }

            public async Task N()
            {
                if (!await _sem.WaitAsync(100))
                {
                    throw new TimeoutException();
                }
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
    public static Task Not_where_the_finally_would_release_what_was_not_taken() => Test.NoFix("""
            public void M()
            {
                try
                {
                    {|FEAR3020:_sem.Wait(100)|};
                    Work();
                }
                finally
                {
                    _sem.Release();
                }
            }
        """);
}
