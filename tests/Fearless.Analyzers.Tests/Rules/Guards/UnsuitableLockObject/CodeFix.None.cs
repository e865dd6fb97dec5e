using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

public static partial class CodeFix
{
    [Theory]
    [InlineData("public class A { public void M() { lock ([|this|]) { } } } class B { void M(A a) { lock (a) { } } }")]
    [InlineData("public class A { public void M() { lock ([|this|]) { } } } class B : A { void N() { lock (this) { } } }")]
    [InlineData("public class A { public object SyncRoot => this; public void M() { lock ([|this|]) { } } }")]
    [InlineData("class A { void M() { lock ([|\"key\"|]) { } } } class B { void M() { lock ([|\"key\"|]) { } } }")]
    [InlineData("class A { void M() { lock ([|typeof(A)|]) { } } } class B { void M() { lock ([|typeof(A)|]) { } } }")]
    public static Task None_where_other_code_takes_the_same_lock(string source) => LockObjectTest.NoFix(source);

    [Theory]
    [InlineData("class GuardedByAttribute(string s) : Attribute; public class A { [GuardedBy(\"this\")] int _i; public void M() { lock ([|this|]) { _i++; } } }")]
    [InlineData("class GuardedByAttribute(string s) : Attribute; class A { int[] _a = []; [GuardedBy(nameof(_a))] int _i; void M() { lock ([|_a|]) { _i++; _a = [1]; } } }")]
    public static Task None_where_a_contract_names_the_lock(string source) => LockObjectTest.NoFix(source);

    [Theory]
    [InlineData("public record A { public void M() { lock ([|this|]) { } } }")]
    [InlineData("struct A { int[] _a; void M() { lock ([|_a|]) { _a = []; _a = [1]; } } }")]
    [InlineData("class A<T> { void M() { lock ([|\"key\"|]) { } } }")]
    public static Task None_where_the_type_has_no_room_for_a_lock(string source) => LockObjectTest.NoFix(source);

    [Theory]
    [InlineData("class A { void M(string key) { lock ([|key|]) { } } }")]
    [InlineData("class A { void M(Thread thread) { lock ([|thread|]) { } } }")]
    [InlineData("class A { object _g; void M() { lock ([|_g|] ??= new()) { } } }")]
    [InlineData("class A { void M(IEnumerable<int> a) { lock ([|a.Select(i => i).ToList()|]) { } } }")]
    [InlineData("public class A { public int[] Items = []; void M() { lock ([|Items|]) { Items = [1]; } } }")]
    [InlineData("class A { readonly Lock _g = new(); void M() { lock ((object)[|_g|]) Monitor.Wait(_g); } }")]
    [InlineData("class A { volatile int[] _g = []; object F = 1; void M() { var g = F; lock ([|g|]) { F = new(); } } void N(A a) { var g = a.F; lock (g) { } } }")]
    public static Task None_where_it_would_change_more_than_the_lock(string source) => LockObjectTest.NoFix(source);

    [Fact]
    public static Task None_where_another_document_takes_the_same_lock()
    {
        var test = new LockObjectTest();
        test.TestState.Sources.Add(("A.cs", "public partial class A { public void M() { lock ([|this|]) { } } }"));
        test.TestState.Sources.Add(("B.cs", "public partial class A { public void N() { lock (this) { } } }"));
        test.FixedState.Sources.Add(("A.cs", "public partial class A { public void M() { lock ([|this|]) { } } }"));
        test.FixedState.Sources.Add(("B.cs", "public partial class A { public void N() { lock (this) { } } }"));
        return test.RunAsync();
    }
}
