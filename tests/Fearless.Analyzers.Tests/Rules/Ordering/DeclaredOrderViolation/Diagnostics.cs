using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.DeclaredOrderViolation, Fearless.CodeFixes.LockOrderFix>;

namespace Fearless.Analyzers.Tests.DeclaredOrderViolationRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly object _x = new(); private readonly object _y = new(); void M() { lock (_y) lock ([|_x|]) { } }")]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly Lock _x = new(); private readonly object _y = new(); void M() { lock (_y) using ([|_x.EnterScope()|]) { } }")]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly object _x = new(); [AcquiredBefore(nameof(_z))] private readonly object _y = new(); private readonly object _z = new(); void M() { lock (_z) lock ([|_x|]) { } }")]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly object _x = new(); private readonly object _y = new(); void M() { lock (_y) [|N()|]; } void N() { lock (_x) { } }")]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly object _x = new(); private readonly object _y = new(); [RequiresLock(nameof(_y))] void M() { lock ([|_x|]) { } }")]
    [InlineData("[AcquiredBefore(\"Other.Gate\")] private readonly object _x = new(); void M() { lock (Other.Gate) lock ([|_x|]) { } } } static class Other { public static readonly object Gate = new();")]
    [InlineData("[LockRank(1)] private readonly object _x = new(); [LockRank(2)] private readonly object _y = new(); void M() { lock (_y) lock ([|_x|]) { } }")]
    [InlineData("[LockRank(2)] private readonly object _x = new(); [LockRank(2)] private readonly object _y = new(); void M() { lock (_y) lock ([|_x|]) { } }")]
    public static Task Against_the_markers(string members) => Test.Members(members);
}
