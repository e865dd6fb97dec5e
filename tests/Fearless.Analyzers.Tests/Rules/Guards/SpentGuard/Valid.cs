using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.SpentGuard, Fearless.Analyzers.Tests.Locks.NoFix>;

namespace Fearless.Analyzers.Tests.SpentGuardRule;

public static class Valid
{
    [Fact]
    public static Task Used_before_the_release() => Test.Silent("""
            public int Before() { using var guard = _m.Lock(); var left = guard.Value.Count; guard.Dispose(); return left; }
            public void Again() { var guard = _m.Lock(); guard.Dispose(); guard = _m.Lock(); guard.Value.Add(1); guard.Dispose(); }
        """);
}
