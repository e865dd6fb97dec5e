using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

public static partial class Valid
{
    [Theory]
    [InlineData("private readonly object _gate = new(); void M() { lock (_gate) { } }")]
    [InlineData("private readonly Lock _gate = new(); void M() { lock (_gate) { } }")]
    [InlineData("private static readonly Lock s_gate = new(); static void M() { lock (s_gate) { } }")]
    [InlineData("private readonly List<int> _items = []; void M() { lock (_items) _items.Add(1); }")]
    [InlineData("private readonly object[] _gates = [new(), new()]; void M(int i) { lock (_gates[i]) { } }")]
    [InlineData("private readonly Dictionary<string, object> _gates = []; void M(string key) { lock (_gates[key]) { } }")]
    [InlineData("public readonly object SyncRoot = new(); void M() { lock (SyncRoot) { } }")]
    [InlineData("void M(System.Collections.ICollection items) { lock (items.SyncRoot) { } }")]
    [InlineData("void M(object gate) { lock (gate) { } }")]
    [InlineData("void M(List<object> gates) { foreach (var gate in gates) lock (gate) { } }")]
    [InlineData("private readonly Action _callback = () => { }; void M() { lock (_callback) { } }")]
    [InlineData("private readonly System.IO.Stream _stream = System.IO.Stream.Null; void M() { lock (_stream) { } }")]
    [InlineData("void M(object gate) { Monitor.Enter(gate); try { } finally { Monitor.Exit(gate); } }")]
    [InlineData("void M(Task task) { lock (task) { } }")]
    public static Task Objects_that_are_locks(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("class Shop { public void M() { lock (this) { } } }")]
    [InlineData("internal sealed class Shop { public void M() { lock (this) { } } }")]
    [InlineData("public class Outer { private sealed class Node { public void M() { lock (this) { } } } }")]
    [InlineData("file class Shop { public void M() { lock (this) { } } }")]
    public static Task This_where_no_stranger_gets_it(string source) => LockObjectTest.Source(source);

    [Theory]
    [InlineData("private readonly object _gate = new(); void M() { var gate = _gate; lock (gate) { } }")]
    [InlineData("private readonly object _gate = new(); void M() { object gate; gate = _gate; lock (gate) { } }")]
    [InlineData("void M() { var gate = new object(); Parallel.For(0, 9, i => { lock (gate) { } }); lock (gate) { } }")]
    [InlineData("void M() { var gate = new object(); void Add() { lock (gate) { } } Parallel.For(0, 9, i => Add()); }")]
    [InlineData("void M() { var gate = new object(); Run(gate); lock (gate) { } } void Run(object o) { }")]
    [InlineData("private object? _gate; object M() { var gate = new object(); lock (gate) { return gate; } }")]
    [InlineData("void M(Dictionary<int, object> d) { var gate = new object(); d[1] = gate; lock (gate) { } }")]
    [InlineData("void M(bool b, object x) { var gate = new object(); if (b) gate = x; lock (gate) { } }")]
    [InlineData("void M() { if (Find(out var gate)) lock (gate) { } } bool Find(out object o) { o = this; return true; }")]
    [InlineData("void M(object o) { if (o is List<int> list) lock (list) { } }")]
    [InlineData("class Worker { public void Start() { } } void M() { var w = new Worker(); lock (w) { w.Start(); } }")]
    [InlineData("object M() { var a = new object(); var b = a; lock (a) { } return b; }")]
    public static Task Locals_that_others_know(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("void M() { var mine = new object(); var gate = _gates.GetOrAdd(1, mine); lock (gate) { } }")]
    [InlineData("void M() { var mine = new object(); if (ReferenceEquals(_gates.GetOrAdd(1, mine), mine)) lock (mine) { } }")]
    [InlineData("void M() { var mine = new object(); if (_gates.GetOrAdd(1, mine) != mine) return; lock (mine) { } }")]
    public static Task Locks_kept_in_a_table(string members) => LockObjectTest.Members(
        "private readonly System.Collections.Concurrent.ConcurrentDictionary<int, object> _gates = new(); " + members);

    [Theory]
    [InlineData("void M<T>(T item) where T : class { lock (item) { } }")]
    [InlineData("void M<T>(T item) { lock ((object)item!) { } }")]
    [InlineData("void M(dynamic item) { lock (item) { } }")]
    [InlineData("void M(object? item) { lock (item!) { } lock ((item)) { } lock ((object)item) { } lock ((item as List<int>)!) { } }")]
    [InlineData("static class Monitor { public static void Enter(string s) { } } void M() { Monitor.Enter(\"mine\"); }")]
    public static Task What_is_not_known(string members) => LockObjectTest.Members(members);

    [Fact]
    public static Task Nothing_without_the_gate_property()
    {
        var test = new LockObjectTest { TestCode = "public class C { void M() { lock (this) { } } }" };
        test.GlobalOptions["build_property.FearlessAnalyzers"] = "false";
        return test.RunAsync();
    }
}
