using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.EscapingContent, Fearless.CodeFixes.EscapingValueFix>;

namespace Fearless.Analyzers.Tests.EscapingContentRule;

public static class CodeFix
{
    [Fact]
    public static Task A_copy_gets_out() => Test.Fix("""
            private List<int> _stored = [];
            public IReadOnlyList<int> Returned() { using var guard = _m.Lock(); var all = guard.Value; all.Sort(); return {|FEAR3014:all|}; }
            public void Stored() { using var guard = _m.Lock(); _stored = {|FEAR3014:guard.Value|}; }
        """, """
            private List<int> _stored = [];
            public IReadOnlyList<int> Returned() { using var guard = _m.Lock(); var all = guard.Value; all.Sort(); return [.. all]; }
            public void Stored() { using var guard = _m.Lock(); _stored = [.. guard.Value]; }
        """);
}
