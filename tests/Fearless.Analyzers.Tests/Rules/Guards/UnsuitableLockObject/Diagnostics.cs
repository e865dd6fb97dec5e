using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

public static partial class Diagnostics
{
    [Theory]
    [InlineData("void M() { lock ([|this|]) { } }")]
    [InlineData("void M() { lock ((object)[|this|]) { } lock ((this)) { } }")]
    [InlineData("void M() { Monitor.Enter([|this|]); try { Monitor.Pulse(this); } finally { Monitor.Exit(this); } }")]
    [InlineData("void M() { var taken = false; Monitor.TryEnter(lockTaken: ref taken, timeout: TimeSpan.Zero, obj: [|this|]); }")]
    [InlineData("void M() { var me = this; lock ([|me|]) { } }")]
    [InlineData("Action M() => () => { lock ([|this|]) { } };")]
    [InlineData("void M() { lock ([|this|]) { lock (this) { } } }")]
    [InlineData("protected class Node { void M() { lock ([|this|]) { } } }")]
    public static Task This(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("void M() { lock ([|typeof(Shop)|]) { } }")]
    [InlineData("void M() { lock ([|GetType()|]) { } }")]
    [InlineData("void M() { lock ([|this.GetType()|]) { } }")]
    [InlineData("private static readonly Type s_type = typeof(Shop); void M() { lock ([|s_type|]) { } }")]
    [InlineData("private static readonly object s_type = typeof(Shop); void M() { lock ([|s_type|]) { } }")]
    [InlineData("void M() { lock ([|\"orders\"|]) { } }")]
    [InlineData("private const string Key = \"orders\"; void M() { lock ([|Key|]) { } }")]
    [InlineData("private readonly string _name = \"\"; void M() { lock ([|_name|]) { } }")]
    [InlineData("private readonly object _name = \"\"; void M() { lock ([|_name|]) { } }")]
    [InlineData("void M(string key) { lock ([|key|]) { } }")]
    [InlineData("void M(int id) { lock ([|$\"order {id}\"|]) { } }")]
    [InlineData("void M(int id) { object key = \"order\" + id; lock ([|key|]) { } }")]
    [InlineData("void M(Thread thread) { lock ([|thread|]) { } }")]
    [InlineData("void M(System.Reflection.MethodInfo method) { lock ([|method|]) { } }")]
    [InlineData("void M(OutOfMemoryException failure) { lock ([|failure|]) { } }")]
    public static Task Objects_of_the_whole_process(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("void M(int id) { lock ((object)[|id|]) { } }")]
    [InlineData("void M(int id) { Monitor.Enter([|id|]); Monitor.Exit(id); }")]
    [InlineData("void M(DayOfWeek day) { lock ([|day|] as object) { } }")]
    [InlineData("void M<T>(T item) where T : struct { lock ((object)[|item|]) { } }")]
    [InlineData("void M(int id) { object box = id; lock ([|box|]) { } }")]
    [InlineData("void M() { lock ([|new object()|]) { } }")]
    [InlineData("void M() { lock ([|new int[1]|]) { } }")]
    [InlineData("void M(IEnumerable<int> items) { lock ([|items.ToList()|]) { } }")]
    [InlineData("void M() { var gate = new object(); lock ([|gate|]) { } }")]
    [InlineData("void M() { var gate = new Lock(); lock ([|gate|]) { } }")]
    [InlineData("void M() { object gate; gate = new(); lock ([|gate|]) { } }")]
    [InlineData("void M() { var list = new List<int>(); lock ([|list|]) { list.Add(1); foreach (var i in list) { } } }")]
    [InlineData("void M() { Action work = () => { var gate = new object(); lock ([|gate|]) { } }; work(); }")]
    [InlineData("void M() { var gate = new object(); Monitor.Enter([|gate|]); Monitor.Exit(gate); }")]
    public static Task Objects_made_anew(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("void M() { var mine = new object(); _gates.GetOrAdd(1, mine); lock ([|mine|]) { } }")]
    [InlineData("void M() { var mine = new object(); _ = _gates.GetOrAdd(1, mine); lock ([|mine|]) { } }")]
    [InlineData("void M() { var mine = new object(); if (_gates.GetOrAdd(1, mine) != mine) { lock ([|mine|]) { } } }")]
    [InlineData("void M() { var mine = new object(); if (!ReferenceEquals(_gates.GetOrAdd(1, mine), mine)) lock ([|mine|]) { } }")]
    [InlineData("void M() { var mine = new object(); if (mine == _gates.GetOrAdd(1, mine)) { } else { lock ([|mine|]) { } } }")]
    public static Task Locks_that_a_table_did_not_keep(string members) => LockObjectTest.Members(
        "private readonly System.Collections.Concurrent.ConcurrentDictionary<int, object> _gates = new(); " + members);

    [Theory]
    [InlineData("private readonly Lock _gate = new(); void M() { lock ((object)[|_gate|]) { } }")]
    [InlineData("private readonly Lock _gate = new(); void M() { Monitor.Enter([|_gate|]); Monitor.Exit(_gate); }")]
    [InlineData("private readonly Lock _gate = new(); void M() { object gate = _gate; lock ([|gate|]) { } }")]
    [InlineData("private readonly object _gate = new Lock(); void M() { lock ([|_gate|]) { } }")]
    [InlineData("private readonly object _gate; Shop() { _gate = new Lock(); } void M() { lock ([|_gate|]) { } }")]
    public static Task A_Lock_seen_as_an_object(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("private readonly SemaphoreSlim _slots = new(1); void M() { lock ([|_slots|]) { } }")]
    [InlineData("private readonly ReaderWriterLockSlim _gate = new(); void M() { lock ([|_gate|]) { } }")]
    [InlineData("private readonly Mutex _mutex = new(); void M() { lock (this.[|_mutex|]) { } }")]
    public static Task Primitives_with_a_lock_of_their_own(string members) => LockObjectTest.Members(members);
}
