using Xunit;

namespace Fearless.Analyzers.Tests.Flow;

/// <summary>A value goes on under other names, and decides in statements of any kind.</summary>
public static class ValueFlowTests
{
    [Theory]
    [InlineData("void M() { var x = Load(); Use(\"a\", x); Use(\"b\", p); }", "a")]
    [InlineData("void M() { Box x; x = Load(); object y = x; Use(\"a\", y); var n = Size(y) + 1; Use(\"b\", n); }", "a", "b")]
    [InlineData("void M() { if (Load() is { } x) Use(\"a\", x); }", "a")]
    [InlineData("void M() { if (Load() is Box { Part: string s } x) { Use(\"a\", s); Use(\"b\", x); } }", "a", "b")]
    [InlineData("void M() { var (a, b) = Load(); Use(\"a\", a); }", "a")]
    [InlineData("void M() { if (TryLoad(out var x)) Use(\"a\", x); }", "a")]
    [InlineData("void M() { foreach (var c in Load().ToString()) Use(\"a\", c); }", "a")]
    [InlineData("void M() { var x = p ? Load() : null; var y = x ?? new Box(); Use(\"a\", y); }", "a")]
    [InlineData("void M() { switch (Load()) { case { Part: var q } x: Use(\"a\", x); Use(\"b\", q); break; } }", "a", "b")]
    public static void Carried(string method, params string[] marks) => ValueFlow.Assert(method, marks, []);

    [Theory]
    [InlineData("void M() { if (Load() == null) Act(\"a\"); else Act(\"b\"); Act(\"c\"); }", "a", "b")]
    [InlineData("void M() { var x = Load(); if (x == null) return; Act(\"a\"); }", "a")]
    [InlineData("void M() { var isThere = Load() != null; if (!isThere) throw new Exception(); try { Act(\"a\"); } finally { Act(\"b\"); } }", "a", "b")]
    [InlineData("void M() { if (p) { if (Load() == null) return; } Act(\"a\"); }")]
    [InlineData("void M() { foreach (var c in \"x\") { if (Load() == null) continue; Act(\"a\"); } Act(\"b\"); }", "a")]
    [InlineData("void M() { while (Load() == null) Thread.Yield(); Act(\"a\"); }", "a")]
    [InlineData("void M() { switch (Load()) { case null: return; default: Act(\"a\"); break; } }", "a")]
    [InlineData("void M() { Action f = () => Act(\"a\"); if (Load() != null) f(); }")]
    public static void Decided(string method, params string[] marks) => ValueFlow.Assert(method, [], marks);
}
