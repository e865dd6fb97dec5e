using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.BrokenLockContract, Fearless.CodeFixes.TakeLockFix>;

namespace Fearless.Analyzers.Tests.BrokenLockContractRule;

public static class CodeFix
{
    [Fact]
    public static Task The_call_goes_under_the_lock() => Test.Fix("""
            [RequiresLock(nameof(_a))] private void Held() => _count++;
            public void M()
            {
                Work();
                {|FEAR3018:Held()|};
            }
        """, """
            [RequiresLock(nameof(_a))] private void Held() => _count++;
            public void M()
            {
                Work();
                lock (_a)
                {
                    Held();
                }
            }
        """);
}
