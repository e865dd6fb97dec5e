using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.GuardedValue, Fearless.CodeFixes.EscapingValueFix>;

namespace Fearless.Analyzers.Tests.GuardedValueRule;

public static class Diagnostics
{
    [Fact]
    public static Task Spent() => Test.Members("""
            public int After() { using var guard = _m.Lock(); guard.Dispose(); return {|FEAR3013:guard.Value|}.Count; }
        """);

    [Fact]
    public static Task Escaping() => Test.Members("""
            private List<int> _stored = [];
            public IReadOnlyList<int> Returned() { using var guard = _m.Lock(); var all = guard.Value; all.Sort(); return {|FEAR3014:all|}; }
            public void Stored() { using var guard = _m.Lock(); _stored = {|FEAR3014:guard.Value|}; }
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "public List<int> M() { using var guard = _m.Lock(); return {|#0:guard.Value|}; }", "FEAR3014",
        "'guard.Value' is what 'guard' guards: the caller uses it without '_m', which is released on return: return a copy");
}
