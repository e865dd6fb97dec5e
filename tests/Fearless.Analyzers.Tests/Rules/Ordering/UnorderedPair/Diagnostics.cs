using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnorderedPair, Fearless.CodeFixes.UnorderedPairFix>;

namespace Fearless.Analyzers.Tests.UnorderedPairRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("static void Move(Shop from, Shop to) { lock (from._a) lock ([|to._a|]) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { lock (from) lock ([|to|]) { } }")]
    [InlineData("void Add(Shop other) { lock (_a) lock ([|other._a|]) { } }")]
    [InlineData("void Add(Shop other) { lock (_a) _list.AddRange([|other.Take()|]); } int[] Take() { lock (_a) return [.. _list]; }")]
    [InlineData("void Add(Shop other) { lock (other._a) { _list.Add(1); [|Take()|]; } } int[] Take() { lock (_a) return [.. _list]; }")]
    [InlineData("void Add(Shop other) { lock (_a) _count += [|other.Sum|]; } int Sum { get { lock (_a) return _count; } }")]
    [InlineData("public override bool Equals(object? o) { if (o is not Shop other) return false; lock (_a) lock ([|other._a|]) return _count == other._count; } public override int GetHashCode() => 0;")]
    [InlineData("static void Move(Shop from, Shop to) { if (ReferenceEquals(from, to)) return; lock (from._a) lock ([|to._a|]) { } }")]
    [InlineData("static void Move(Shop from, Shop to) { var first = from; var second = to; lock (first._a) lock ([|second._a|]) { } }")]
    [InlineData("static void Move(Shop from, Shop to, int n) { lock (from._a) lock ([|to._a|]) { if (from._count < to._count) return; } }")]
    [InlineData("static void Move(Shop from, Shop to) { using var f = from._n.Lock(); using var t = [|to._n.Lock()|]; }")]
    [InlineData("static async Task Move(Shop from, Shop to) { await from._sem.WaitAsync(); try { await [|to._sem.WaitAsync()|]; to._sem.Release(); } finally { from._sem.Release(); } }")]
    [InlineData("readonly object[] _forks = new object[5]; void Eat(int seat) { lock (_forks[seat]) lock ([|_forks[(seat + 1) % 5]|]) { } }")]
    [InlineData("readonly object[] _forks = new object[5]; void Swap(int i, int j) { lock (_forks[i]) lock ([|_forks[j]|]) { } }")]
    public static Task Whoever_comes_first_is_taken_first(string members) => Test.Members(members);
}
