using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

public static partial class Diagnostics
{
    [Theory]
    [InlineData("private List<int> _items = []; void M() { lock ([|_items|]) { } } void Clear() { _items = []; }")]
    [InlineData("private static int[] s_items = []; void M() { lock ([|s_items|]) { s_items = [1]; } }")]
    [InlineData("private List<int> _items = []; void M() { lock (this.[|_items|]) { } } void Swap() => Interlocked.Exchange(ref _items, []);")]
    [InlineData("private object _a = new(), _b = new(); void M() { lock ([|_a|]) lock ([|_b|]) { } } void Swap() => (_a, _b) = (_b, _a);")]
    [InlineData("private object _gate = new(); void M() { var gate = _gate; lock ([|gate|]) { } } void Reset() { _gate = new(); }")]
    [InlineData("private object _gate = new(); void M() { lock ([|_gate|]) { } } void Reset(Shop other) { other._gate = _gate; }")]
    [InlineData("private object _gate = new(); void M() { lock ([|_gate|]) { } } static void Set(out object o) => o = new(); void Reset() => Set(out _gate);")]
    [InlineData("private object _gate = new(); Shop() { Task.Run(() => _gate = new()); } void M() { lock ([|_gate|]) { } }")]
    [InlineData("private static object s_gate = new(); Shop() { s_gate = new(); } static void M() { lock ([|s_gate|]) { } }")]
    [InlineData("private object _gate = new(); public Shop() { Init(); } public void Again() { Init(); } private void Init() { _gate = new(); } void M() { lock ([|_gate|]) { } }")]
    [InlineData("private object Gate { get; set; } = new(); void M() { lock ([|Gate|]) { } } void Reset() { Gate = new(); }")]
    [InlineData("private object _gate = new(); class Node { void M(Shop shop) { lock (shop.[|_gate|]) { } } } void Reset() { _gate = new(); }")]
    [InlineData("class Node { public object Gate = new(); public void Reset() { Gate = new(); } } void M(Node node) { lock (node.[|Gate|]) { } }")]
    public static Task Members_that_are_replaced(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("private object? _gate; void M() { lock ([|_gate|] ??= new()) { } }")]
    [InlineData("private object? _gate; void M() { _gate ??= new(); lock ([|_gate|]) { } }")]
    [InlineData("private static object? s_gate; void M() { if (s_gate == null) s_gate = new(); lock ([|s_gate|]) { } }")]
    [InlineData("private object? _gate; void M() { if (_gate is null) { _gate = new(); } lock ([|_gate|]) { } }")]
    public static Task Members_made_on_demand(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("private object Gate => new(); void M() { lock ([|Gate|]) { } }")]
    [InlineData("private object Gate { get { return new object(); } } void M() { lock ([|Gate|]) { } }")]
    [InlineData("private static object Gate() => new(); void M() { lock ([|Gate()|]) { } }")]
    public static Task Members_that_make_a_new_object_each_time(string members) => LockObjectTest.Members(members);

    [Theory]
    [InlineData("public class Shop(object gate) { void M() { lock ([|gate|]) { } } void Reset() { gate = new(); } }")]
    [InlineData("public partial class Shop { void M() { lock ([|_gate|]) { } } } public partial class Shop { private object _gate = new(); void Reset() { _gate = new(); } }")]
    [InlineData("public class Box<T> where T : class, new() { private T _item = new(); void M() { lock ([|_item|]) { } } void Reset() { _item = new(); } }")]
    [InlineData("public record Shop { private object _gate = new(); void M() { lock ([|_gate|]) { } } void Reset() { _gate = new(); } }")]
    [InlineData("public struct Shop() { private object _gate = new(); void M() { lock ([|_gate|]) { } } void Reset() { _gate = new(); } }")]
    public static Task In_all_kinds_of_types(string source) => LockObjectTest.Source(source);

    [Fact]
    public static Task A_field_that_only_lacks_readonly_is_a_suggestion()
    {
        var test = new LockObjectTest
        {
            TestCode = "class C { private object _gate = new(); C() { _gate = new(); } void M() { lock ({|#0:_gate|}) { } } }",
        };
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("FEAR3001", Microsoft.CodeAnalysis.DiagnosticSeverity.Info)
            .WithLocation(0)
            .WithMessage("'_gate' is used as a lock but not readonly: once it is assigned again, two threads may hold different objects; make it readonly"));
        return test.RunAsync();
    }

    [Fact]
    public static Task A_part_of_the_type_in_another_file()
    {
        var test = new LockObjectTest();
        test.TestState.Sources.Add(("Shop.cs", "partial class Shop { private object _gate = new(); void M() { lock ({|#0:_gate|}) { } } }"));
        test.TestState.Sources.Add(("Shop.Reset.cs", "partial class Shop\n{\n    void Reset() { {|#1:_gate|} = new(); }\n}"));
        test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("FEAR3001", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithLocation(0).WithLocation(1)
            .WithMessage("'_gate' is used as a lock but replaced at line 3 of Shop.Reset.cs: two threads may hold different objects; lock a readonly field"));
        return test.RunAsync();
    }
}
