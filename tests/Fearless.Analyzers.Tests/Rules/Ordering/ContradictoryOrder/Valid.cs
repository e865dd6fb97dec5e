using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.ContradictoryOrder, Fearless.CodeFixes.ContradictoryOrderFix>;

namespace Fearless.Analyzers.Tests.ContradictoryOrderRule;

public static class Valid
{
    [Theory]
    [InlineData("[AcquiredBefore(nameof(_y), nameof(_z))] object _x = new(); [AcquiredBefore(nameof(_z))] object _y = new(); object _z = new();")]
    [InlineData("[LockRank(1), AcquiredBefore(nameof(_y))] object _x = new(); [LockRank(2)] object _y = new();")]
    [InlineData("[AcquiredBefore(\"_nobody\")] object _x = new();")]
    public static Task An_order_that_can_be_kept(string members) => Test.Silent(members);
}
