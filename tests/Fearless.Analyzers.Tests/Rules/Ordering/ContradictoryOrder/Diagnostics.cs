using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.ContradictoryOrder, Fearless.CodeFixes.ContradictoryOrderFix>;

namespace Fearless.Analyzers.Tests.ContradictoryOrderRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("[AcquiredBefore(nameof(_y))] object _x = new(); [[|AcquiredBefore(nameof(_x))|]] object _y = new();")]
    [InlineData("[[|AcquiredBefore(nameof(_x))|]] object _x = new();")]
    [InlineData("[AcquiredBefore(nameof(_y))] object _x = new(); [AcquiredBefore(nameof(_z))] object _y = new(); [[|AcquiredBefore(nameof(_x))|]] object _z = new();")]
    [InlineData("[LockRank(2), [|AcquiredBefore(nameof(_y))|]] object _x = new(); [LockRank(1)] object _y = new();")]
    public static Task Nobody_can_keep_it(string members) => Test.Members(members);
}
