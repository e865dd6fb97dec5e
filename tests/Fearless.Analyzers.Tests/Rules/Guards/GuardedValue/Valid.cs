using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.GuardedValue, Fearless.CodeFixes.EscapingValueFix>;

namespace Fearless.Analyzers.Tests.GuardedValueRule;

public static class Valid
{
    [Fact]
    public static Task Used_and_copied_under_the_lock() => Test.Silent("""
            public int Count() { using var guard = _m.Lock(); return guard.Value.Count; }
            public List<int> Copy() { using var guard = _m.Lock(); return [.. guard.Value]; }
            public int Number() { using var guard = _n.Lock(); return guard.Value; }
            public List<int> Swap() { using var guard = _m.Lock(); var old = guard.Value; guard.Value = []; return old; }
            public int Before() { using var guard = _m.Lock(); var left = guard.Value.Count; guard.Dispose(); return left; }
            public void Again() { var guard = _m.Lock(); guard.Dispose(); guard = _m.Lock(); guard.Value.Add(1); guard.Dispose(); }
        """);
}
