using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnorderedPair, Fearless.CodeFixes.UnorderedPairFix>;

namespace Fearless.Analyzers.Tests.UnorderedPairRule;

public static class Valid
{
    [Theory]
    [InlineData("static void Move(Shop from, Shop to) { lock (from._a) { } lock (to._a) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { lock (from._a) lock (to._b) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { var (first, second) = from._count < to._count ? (from, to) : (to, from); lock (first._a) lock (second._a) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { if (from._count < to._count) { lock (from._a) lock (to._a) { } } else { lock (to._a) lock (from._a) { } } }")]
    [InlineData("static void Move(Shop from, Shop to) { if (from._count > to._count) (from, to) = (to, from); lock (from._a) lock (to._a) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { if (from._count > to._count) { Move(to, from); return; } lock (from._a) lock (to._a) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { if (Comparer<int>.Default.Compare(from._count, to._count) > 0) { Move(to, from); return; } lock (from._a) lock (to._a) { } }")]
    [InlineData("void Add(Shop other) { if (_count > other._count) { other.Add(this); return; } lock (_a) lock (other._a) { } }")]
    [InlineData("static readonly object s_all = new(); static void Move(Shop from, Shop to) { lock (s_all) lock (from._a) lock (to._a) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { using var both = Locks.Both(from._n, to._n); }")]
    [InlineData("static void Move(Shop from) { var to = new Shop(); lock (from._a) lock (to._a) { } }")]
    [InlineData("Shop? _next; void Down() { lock (_a) if (_next is { } next) lock (next._a) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { lock (from._a) { if (Monitor.TryEnter(to._a)) Monitor.Exit(to._a); } }")]
    [InlineData("static void Read(Shop from, Shop to) { from._rw.EnterReadLock(); to._rw.EnterReadLock(); to._rw.ExitReadLock(); from._rw.ExitReadLock(); }")]
    [InlineData("readonly object[] _forks = new object[5]; void Eat(int i, int j) { lock (_forks[Math.Min(i, j)]) lock (_forks[Math.Max(i, j)]) { } }")]
    [InlineData("readonly object[] _forks = new object[5]; void Two() { lock (_forks[0]) lock (_forks[1]) { } }")]
    [InlineData("Shop() { } Shop(Shop other) { lock (other._a) lock (_a) { } }")]
    public static Task There_is_an_order_or_no_other_thread(string members) => Test.Silent(members);
}
