using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.DeclaredOrderViolation, Fearless.CodeFixes.LockOrderFix>;

namespace Fearless.Analyzers.Tests.DeclaredOrderViolationRule;

public static class Valid
{
    [Theory]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly object _x = new(); private readonly object _y = new(); void M() { lock (_x) lock (_y) { } }")]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly object _x = new(); private readonly object _y = new(); void M() { lock (_y) { } lock (_x) { } }")]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly object _x = new(); private readonly object _y = new(); void M() { lock (_y) { if (Monitor.TryEnter(_x)) Monitor.Exit(_x); } }")]
    [InlineData("[AcquiredBefore(nameof(_y))] private readonly object _x = new(); private readonly object _y = new(); void M() { lock (_x) lock (_y) lock (_x) { } }")]
    [InlineData("[LockRank(1)] private readonly object _x = new(); [LockRank(2)] private readonly object _y = new(); void M() { lock (_x) lock (_y) { } }")]
    [InlineData("[LockRank(1)] private readonly object _x = new(); private readonly object _y = new(); void M() { lock (_y) lock (_x) { } }")]
    public static Task As_declared(string members) => Test.Silent(members);
}
