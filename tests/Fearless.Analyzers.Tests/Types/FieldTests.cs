using Xunit;

namespace Fearless.Analyzers.Tests.Types;

public sealed class FieldTests
{
    [Theory]
    [InlineData("private readonly string _name = \"\";")]
    [InlineData("public string Name { get; }")]
    [InlineData("public string Name { get; init; }")]
    [InlineData("public required string Name { get; init; }")]
    [InlineData("public const int Max = 3; public static int s_count;")]
    [InlineData("public int Twice => 2;")]
    [InlineData("[AssumeSync(\"set once\")] private int _x; public void Set() => _x = 1;")]
    [InlineData("[AssumeSync(\"set once\")] public int X { get; set; }")]
    [InlineData("[field: AssumeSync(\"set once\")] public int X { get; set; }")]
    [InlineData("private readonly object _gate = new();")]
    [InlineData("private readonly object _gate; public C() { _gate = new object(); }")]
    [InlineData("private readonly IDictionary<int, int> _map = new ConcurrentDictionary<int, int>();")]
    [InlineData("private readonly IReadOnlyList<int> _list; public C(ImmutableArray<int> list) => _list = list;")]
    [InlineData("private readonly Func<int, int> _twice = static x => x * 2;")]
    [InlineData("private readonly Func<int, int> _add; public C(int y) { _add = x => x + y; }")]
    [InlineData("private readonly Comparison<string> _order = string.CompareOrdinal;")]
    [InlineData("private int _x; public void Set() => Interlocked.Increment(ref _x);")]
    [InlineData("private volatile bool _stop; public void Stop() => _stop = true; public bool Stopped => _stop;")]
    [InlineData("private long _x; public long X { get => Volatile.Read(ref _x); set => Volatile.Write(ref _x, value); }")]
    [InlineData("private readonly object _gate = new(); private int _x; public void Set() { lock (_gate) _x++; } public int X { get { lock (_gate) return _x; } }")]
    [InlineData("private readonly Lock _gate = new(); private readonly List<int> _x = new(); public C() { _x.Add(1); } public void Set() { using (_gate.EnterScope()) _x.Add(2); }")]
    [InlineData("private readonly object _gate = new(); private C _next; public void Link(C other) { lock (_gate) _next = other; lock (other._gate) other._next = this; }")]
    [InlineData("private readonly object _gate = new(); private int _x; [RequiresLock(nameof(_gate))] private void Add() => _x++; public void Run() { lock (_gate) Add(); }")]
    [InlineData("private readonly object _gate = new(); private int _x; private void Add() => _x++; public void Run() { lock (_gate) Add(); }")]
    [InlineData("[GuardedBy(\"_gate\")] private int _x; private readonly object _gate = new(); public int X => _x;")]
    [InlineData("private readonly ReaderWriterLockSlim _gate = new(); private int _x; public int Get() { _gate.EnterReadLock(); try { return _x; } finally { _gate.ExitReadLock(); } } public void Set(int x) { _gate.EnterWriteLock(); try { _x = x; } finally { _gate.ExitWriteLock(); } }")]
    public void Sync(string members) => Probe.Of("C", $"#nullable disable\npublic sealed class C {{ {members} }}").IsSync();

    [Theory]
    [InlineData("private int _x; public void Set() => _x = 1;", "C._x changes without a lock (line 7)")]
    [InlineData("public int X;", "C.X changes without a lock")]
    [InlineData("public int X { get; set; }", "C.X changes without a lock")]
    [InlineData("public int X { get; private set; } private readonly object _gate = new(); public void Set() { lock (_gate) X = 1; }", "C.X changes without a lock")]
    [InlineData("private readonly List<int> _x = new();", "C._x is of type List<int>, which changes without a lock")]
    [InlineData("private readonly Dictionary<int, int[]> _x = new();", "C._x is of type Dictionary<int, int[]>, which changes without a lock")]
    [InlineData("private readonly ConcurrentDictionary<int, List<int>> _x = new();", "C._x is of type ConcurrentDictionary<int, List<int>>, and List<int> in it changes without a lock")]
    [InlineData("private volatile int _x; public void Set() => _x++;", "C._x changes without a lock (line 7)")]
    [InlineData("private volatile int _x; public void Set() => _x = _x + 1;", "C._x changes without a lock (line 7)")]
    [InlineData("private int _x; public void Set() => Interlocked.Increment(ref _x); public int Get() => _x;", "C._x changes without a lock (line 7)")]
    [InlineData("private readonly object _gate = new(); private int _x; public void Set() { lock (_gate) _x++; } public void Get() { lock (_gate) _x--; } public int X => _x;", "C._x is read without the lock that 2 of its 3 accesses hold (line 7)")]
    [InlineData("private readonly object _a = new(), _b = new(); private int _x; public void Set() { lock (_a) _x++; } public int Get() { lock (_b) return _x; }", "C._x is guarded by different locks (line 7)")]
    [InlineData("private readonly object _gate = new(); private int _x; private void Add() => _x++; public void Run() { lock (_gate) Add(); } public void Other() => Add();", "C._x changes without a lock (line 7)")]
    [InlineData("private readonly object _gate = new(); private Tied _x = new(); public Tied Get() { lock (_gate) return _x; }", "C._x is of type Tied, which is marked [NotSend] (tied to its thread)")]
    [InlineData("private readonly object _x; public C(Cell x) => _x = x;", "C._x is of type Cell, which is marked [NotSync] (counts readers)")]
    [InlineData("private readonly Action _x; public C(List<int> log) { _x = () => log.Add(1); }", "C._x is of type List<int>, which changes without a lock")]
    public void Not_sync(string members, string because) => Probe.Of("C", $"#nullable disable\npublic sealed class C {{ {members} }}").IsNotSync(because);

    [Theory]
    [InlineData("private readonly object _x; public C(object x) => _x = x;", "C._x is of type object, which may be anything")]
    [InlineData("private readonly Action _x; public C(Action x) => _x = x;", "C._x is of type Action, which is a delegate, and what it captures is not in sight")]
    [InlineData("public event EventHandler Changed;", "C.Changed is of type EventHandler, which is a delegate, and what it captures is not in sight")]
    public void Unknown(string members, string because) => Probe.Of("C", $"#nullable disable\npublic sealed class C {{ {members} }}").MayBeSync(because);

    [Fact]
    public void A_captured_parameter_is_a_field_that_may_be_written()
    {
        Probe.Of("C", "public sealed class C(string name) { public string Name() => name; }").IsSend()
            .IsNotSync("C.name is a captured constructor parameter, which any member may write");
        Probe.Of("C", "public sealed class C(string name) { private readonly string _name = name; public int Length { get; } = name.Length; }").IsSync();
        Probe.Of("C", "public sealed class C([AssumeSync(\"never written\")] string name) { public string Name() => name; }").IsSync();
        Probe.Of("C", "public sealed class C(Tied tied) { public Tied Tied() => tied; }").IsNotSend();
    }

    [Fact]
    public void Private_nested_types_share_the_outer_types_lock() =>
        Probe.Of("C", """
            public sealed class C
            {
                private readonly object _gate = new();
                private Node? _head;
                public void Push(int value) { lock (_gate) _head = new Node { Value = value, Next = _head }; }
                private sealed class Node { public int Value; public Node? Next; }
            }
            """).IsSync();
}
