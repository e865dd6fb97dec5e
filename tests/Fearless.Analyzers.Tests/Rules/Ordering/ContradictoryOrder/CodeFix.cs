using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.ContradictoryOrder, Fearless.CodeFixes.ContradictoryOrderFix>;

namespace Fearless.Analyzers.Tests.ContradictoryOrderRule;

public static class CodeFix
{
    [Fact]
    public static Task The_marker_goes() => Test.Fix("""
            [AcquiredBefore(nameof(_y))]
            private readonly object _x = new();

            [{|FEAR5005:AcquiredBefore(nameof(_x))|}]
            private readonly object _y = new();
        """, """
            [AcquiredBefore(nameof(_y))]
            private readonly object _x = new();

            private readonly object _y = new();
        """);

    [Fact]
    public static Task From_among_others() => Test.Fix("""
            [AcquiredBefore(nameof(_y)), LockRank(1)]
            private readonly object _x = new();

            [LockRank(2), {|FEAR5005:AcquiredBefore(nameof(_x))|}]
            private readonly object _y = new();
        """, """
            [AcquiredBefore(nameof(_y)), LockRank(1)]
            private readonly object _x = new();

            [LockRank(2)]
            private readonly object _y = new();
        """);
}
