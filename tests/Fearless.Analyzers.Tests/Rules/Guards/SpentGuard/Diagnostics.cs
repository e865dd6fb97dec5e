using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.SpentGuard, Fearless.Analyzers.Tests.Locks.NoFix>;

namespace Fearless.Analyzers.Tests.SpentGuardRule;

public static class Diagnostics
{
    [Fact]
    public static Task Spent() => Test.Members("""
            public int After() { using var guard = _m.Lock(); guard.Dispose(); return {|FEAR3013:guard.Value|}.Count; }
        """);
}
