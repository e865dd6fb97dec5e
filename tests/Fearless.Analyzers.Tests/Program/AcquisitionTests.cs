using System.Linq;
using Xunit;

namespace Fearless.Analyzers.Tests.Program;

/// <summary>Tiny methods, and what their summary must say.</summary>
public static class AcquisitionTests
{
    [Theory]
    [InlineData("void M() { }")]
    [InlineData("void M() { lock (a) { } }", "a")]
    [InlineData("void M() { Monitor.Enter(a); try { B(); } finally { Monitor.Exit(a); } }", "a", "b")]
    [InlineData("void M() { if (Monitor.TryEnter(a)) Monitor.Exit(a); }")]
    [InlineData("void M() { using (l.EnterScope()) A(); }", "a", "l")]
    [InlineData("async Task M() { await sem.WaitAsync(); sem.Release(); }", "sem")]
    [InlineData("void M() { rw.EnterReadLock(); rw.ExitReadLock(); }", "rw shared")]
    [InlineData("void M() { TakesA(); Monitor.Exit(a); }", "a")]
    [InlineData("void M() { var x = lazy.Value; }", "lazy")]
    [InlineData("void M(bool isHeld) { if (!isHeld) A(); B(); }", "b")]
    public static void Of_the_body_and_its_calls(string method, params string[] expected) => Acquired.Assert(method, expected);

    [Theory]
    [InlineData("void M(Node n) => n.Touch();", "n.Gate")]
    [InlineData("void M(Node n) => n.Next.Touch();", "n.Next.Gate")]
    [InlineData("void M(Node n) { Node m = n; m.Touch(); }", "n.Gate")]
    [InlineData("void M(object o) { if (o is Node n) n.Touch(); }", "o.Gate")]
    [InlineData("void M() => Take(a);", "a")]
    [InlineData("void M(object gate) => Take(gate);", "gate")]
    [InlineData("void M() => Take(s);", "Subject.s")]
    [InlineData("Node Get() => null; void M() => Get().Touch();", "<Node.Gate>")]
    [InlineData("void M() { var n = new Node(); n.Touch(); }")]
    [InlineData("static Node kept; void M() { var n = new Node(); kept = n; n.Touch(); }", "n.Gate")]
    public static void In_terms_of_the_caller(string method, params string[] expected) => Acquired.Assert(method, expected);

    [Theory]
    [InlineData("int M(Node n) => n.Size;", "n.Gate")]
    [InlineData("void M(Node n) => n.Size = 1;", "n.Gate")]
    [InlineData("int M(Node n) => n[0];", "n.Gate")]
    [InlineData("void M(Node n) => n.Changed += A;", "n.Gate")]
    [InlineData("Node M(Node n, Node m) => n + m;", "n.Gate")]
    [InlineData("void M(Node n, Node m) => n += m;", "n.Gate")]
    [InlineData("int M(Node n) => n;", "n.Gate")]
    [InlineData("void M(Node n) { var (x, y) = n; }", "n.Gate")]
    [InlineData("void M(Hold h) { using (h) { } }", "Hold.Held")]
    [InlineData("void M(Hold h) { using var kept = h; }", "Hold.Held")]
    [InlineData("void M(Bag b) { foreach (var i in b) { } }", "Walk.Step")]
    [InlineData("object M() => new Items { 1 };", "Bag.Full")]
    [InlineData("object M() => new Made();", "Made.Born")]
    [InlineData("class D : Made { public D(int i) { } } object M() => new D(1);", "Made.Born")]
    [InlineData("class D : Made { public D(int i) : base() { } } object M() => new D(1);", "Made.Born")]
    [InlineData("async Task M(Later l) { await l; }", "Later.Wait")]
    public static void However_the_call_is_written(string method, params string[] expected) => Acquired.Assert(method, expected);

    [Theory]
    [InlineData("void M(Node n) => n.Turn();", "n.Gate", "n._leaf")]
    [InlineData("void M(Leaf n) => n.Turn();", "n._leaf")]
    [InlineData("internal void M(IOne one) => one.Do();", "One.Only")]
    [InlineData("void M() { later = A; later(); }", "a")]
    [InlineData("void M() { later = () => A(); later(); }", "a")]
    [InlineData("void M() { later = () => A(); }")]
    [InlineData("void M() { Task.Run(A); }")]
    [InlineData("void M() { Task.Run(() => A()); }")]
    [InlineData("void M() { new List<int>().ForEach(i => A()); }", "a")]
    [InlineData("void M() { void Inner() => A(); Inner(); }", "a")]
    [InlineData("async Task M() => await Slow();", "a")]
    [InlineData("Task M() => Slow();", "a")]
    [InlineData("void M() { _ = Slow(); }")]
    [InlineData("void M() { foreach (var i in Each()) { } }", "a")]
    [InlineData("IEnumerable<int> M() => Each();")]
    public static void Whoever_is_meant_and_whenever_it_runs(string method, params string[] expected) => Acquired.Assert(method, expected);

    [Theory]
    [InlineData("void M(int i) { A(); if (i > 0) M(i - 1); }", "a")]
    [InlineData("void M(int i) { A(); N(i); } void N(int i) { B(); if (i > 0) M(i - 1); }", "a", "b")]
    [InlineData("void M(Node n) { n.Touch(); M(n.Next); }", "<Node.Gate>", "n.Gate", "n.Next.Gate", "n.Next.Next.Gate", "n.Next.Next.Next.Gate", "n.Next.Next.Next.Next.Gate")]
    [InlineData("void M(object x, object y) { lock (x) { } N(y, x); } void N(object x, object y) { M(x, y); }", "x", "y")]
    [InlineData("void M() => GivesA();", "a", "b", "frees a")]
    [InlineData("void M() { lock (a) GivesA(); }", "a", "b")]
    public static void Recursion_ends_and_releases_count(string method, params string[] expected) => Acquired.Assert(method, expected);

    [Fact]
    public static void Too_much_is_unknown() => Acquired.Assert(
        $"static object {string.Join(", ", Enumerable.Range(0, 60).Select(static i => $"g{i} = new()"))}; void N() {{ {string.Concat(Enumerable.Range(0, 60).Select(static i => $"lock (g{i}) {{ }} "))} }} void M() => N();",
        "unknown");

    [Fact]
    public static void A_long_chain_is_no_deep_stack() => Acquired.Assert(
        string.Concat(Enumerable.Range(0, 3000).Select(static i => $"void N{i}() => {(i == 2999 ? "A" : $"N{i + 1}")}(); ")) + "void M() { N2995(); N0(); }",
        "a");
}
