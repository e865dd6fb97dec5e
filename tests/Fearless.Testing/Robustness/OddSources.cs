using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Sources that an analyzer meets while somebody types, or that go round in circles.</summary>
public static class OddSources
{
    public static ImmutableArray<string> All { get; } =
    [
        "",
        "   \n// only a comment\n/* and one that never ends",
        "using ; namespace ; class ; struct { enum : }",
        "class C { void M( { lock ( ) { } lock (this } async await => ; }",
        "class C { void M() { lock (missing) { undefined.Call(; var x = ; await ; foreach (var in ) } }",
        "class C { int P { get => ; set { value = } } int this[] => ; event ; operator +( ; ~C( }",
        "class C : C { } class D : E { } class E : D { } interface I : I { } struct S { S s; }",
        "class C<T> : C<C<C<T>>> where T : C<T> { C<C<T>> f = null!; }",
        "class C { static int A() => B(); static int B() => A(); int M(int n) => M(n - 1) + M(n); System.Action F() => () => F()(); }",
        "class C { void M() { L: goto L; } void N() { while (true) { try { continue; } finally { N(); } } } }",
        "class C { void M() { void F() { void G() { F(); G(); } G(); } F(); System.Func<int, int> f = null!; f = x => f(f(x)); } }",
        "class C { async void M() { await M(); await using var x = null; await foreach (var y in M()) { } } }",
        "class C { void M(dynamic d, __arglist) { d.X.Y(d => d, out var z, ref d); _ = d?.A?[0]?.B!; } }",
        "unsafe class C { int* p; fixed int b[3]; void M() { fixed (int* q = &p[0]) { *q++ = stackalloc int[1][0]; } delegate*<C, void> f = &M; } }",
        "partial class C { partial void M(); partial int P { get; } } partial class C { partial void M(int x) { } } partial record R(R R);",
        "System.Console.WriteLine(args); await System.Threading.Tasks.Task.Yield(); return; class C { static void Main() { } }",
        "namespace System { public class Object { } public struct Void { } public class String { } public struct Int32 { } }",
        "namespace System.Threading { public class Thread { } public class Monitor { } public class Lock { } namespace Tasks { public class Task<T> : Task<T> { } } }",
        "#if X\nclass C {\n#else\n#error no\nclass C { int x = 09; string s = \"never closed\n char c = ''; double d = 1e999;\n#endif",
        "class C { object M(object o) => o switch { int and > 3 or => 1, { Length: } => 2, [.., var x, ..] => x, _ => } with { A = , }; }",
        "class C { int x = y; int y = x; const int K = L; const int L = K; static C() => throw null; C() : this() { } [C(C)] int z; }",
        "enum E { A = B, B = A } delegate D D(D d); record struct P(int X, int X) { } ref struct Q { ref Q q; } file class File { } class \u0041\u030A { }",
    ];
}
