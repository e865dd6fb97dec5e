using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

public static partial class Valid
{
    [Theory]
    [InlineData("internal object _gate = new(); void M() { lock (_gate) { } }")]
    [InlineData("private volatile object _gate = new(); void M() { lock (_gate) { } }")]
    [InlineData("private object? _gate = new(); void M() { lock (_gate!) { } } void Dispose() => _gate = null;")]
    [InlineData("private object? _gate; void M() { Interlocked.CompareExchange(ref _gate, new object(), null); lock (_gate) { } }")]
    [InlineData("private object? _gate; void M() { lock (LazyInitializer.EnsureInitialized(ref _gate)) { } }")]
    [InlineData("private object? _gate; void M() { LazyInitializer.EnsureInitialized(ref _gate); lock (_gate!) { } }")]
    [InlineData("private object _gate = null!; public void Start() { _gate = new(); } void M() { lock (_gate) { } }")]
    [InlineData("private object? _gate; private readonly object _a = new(); void M() { lock (_a) { _gate ??= new(); } lock (_gate) { } }")]
    [InlineData("private object? _gate; private readonly object _a = new(); void M() { if (_gate == null) lock (_a) { if (_gate == null) _gate = new(); } lock (_gate) { } }")]
    [InlineData("private object _gate = new(); void M() { lock (_gate) { } Use(ref _gate); } void Use(ref object o) { }")]
    [InlineData("private object _gate = new(); private object _b; public Shop() { Init(); } private void Init() { _gate = new(); } void M() { lock (_gate) { } }")]
    public static Task Fields_that_are_made_before_they_are_shared(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("private object _gate = new(); public Shop Copy() { var c = (Shop)MemberwiseClone(); c._gate = new(); return c; } void M() { lock (_gate) { } }")]
    [InlineData("private object _gate = new(); public static Shop Make(object g) { var s = new Shop(); s._gate = g; return s; } void M() { lock (_gate) { } }")]
    [InlineData("private object _gate = new(); public static Shop Make(object g) => new Shop { _gate = g }; void M() { lock (_gate) { } }")]
    [InlineData("private object _gate = new(); [System.Runtime.Serialization.OnDeserializing] void Load(System.Runtime.Serialization.StreamingContext c) { _gate = new(); } void M() { lock (_gate) { } }")]
    public static Task Fields_of_an_object_under_construction(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("private object Gate { get; } = new(); void M() { lock (Gate) { } }")]
    [InlineData("public object Gate { get; init; } = new(); void M() { lock (Gate) { } }")]
    [InlineData("public object Gate { get; set; } = new(); void M() { lock (Gate) { } }")]
    [InlineData("private readonly object _gate = new(); private object Gate => _gate; void M() { lock (Gate) { } }")]
    [InlineData("private readonly object _gate = new(); private object Gate() => _gate; void M() { lock (Gate()) { } }")]
    [InlineData("protected virtual object Gate => new(); void M() { lock (Gate) { } }")]
    public static Task Members_that_keep_their_object(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("public class Shop(object gate) { void M() { lock (gate) { } } }")]
    [InlineData("public class Shop(object gate) { private readonly object _gate = gate; void M() { lock (_gate) { } } }")]
    [InlineData("public record Shop(object Gate) { void M() { lock (Gate) { } } }")]
    [InlineData("public class Shop { private readonly object _gate; public Shop(object gate) { gate = gate ?? new(); _gate = gate; lock (gate) { } } }")]
    [InlineData("public class Box<T> where T : class { private readonly T _item; public Box(T item) => _item = item; void M() { lock (_item) { } } }")]
    public static Task Constructor_parameters(string source) => LockObjectTest.Source(source);

    [Fact]
    public static Task The_lock_of_another_type_that_is_replaced_where_nothing_is_locked() => LockObjectTest.Source("""
        class Session { public object Gate = new(); public void Reset() => Gate = new(); }
        class Log { void M(List<object> gates) { foreach (var gate in gates) lock (gate) { } } }
        """);

    [Fact]
    public static Task Broken_code()
    {
        var test = new LockObjectTest
        {
            CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None,
            TestCode = LockObjectTest.Usings + """
                public class C
                {
                    private object _gate = ;
                    void M() { lock () { } lock (unknown) { } lock (_gate = ) { } Monitor.Enter(); Monitor.Enter(unknown); lock (new Unknown()) ; lock }
                    void N() { lock (1) { } lock (null) { } lock (default) { } lock (N) { } lock (int) { } var x = ; lock (x) { }
                    object P => ; void O() { lock (P) { } lock (Q()) { } } object Q() =>
                """,
        };
        return test.RunAsync();
    }
}
