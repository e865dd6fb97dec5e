using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.GuardedDataEscape, Fearless.CodeFixes.CopyOutFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.GuardedDataEscapeRule;

public static class Diagnostics
{
    [Fact]
    public static Task The_list_itself() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<int> _items = new();
            public void Add(int x) { lock (_gate) {|#1:_items|}.Add(x); }
            public IReadOnlyList<int> Items { get { lock (_gate) return {|#0:_items|}; } }
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("_items", "is returned itself", "_gate", 13));

    [Fact]
    public static Task A_live_view() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly Dictionary<int, int> _items = new();
            public void Add(int x) { lock (_gate) _items[x] = x; }
            public IEnumerable<int> Keys() { lock (_gate) return [|_items|].Keys; }
            """));

    [Fact]
    public static Task A_query() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<int> _items = new();
            public void Add(int x) { lock (_gate) _items.Add(x); }
            public IEnumerable<int> Even() { lock (_gate) return [|_items|].Where(x => x % 2 == 0).Select(x => x + 1); }
            """));

    [Fact]
    public static Task Out_of_a_parameter_or_with_another_object() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<string> _items = new();
        public void Add(string item) { lock (_gate) { _items.Add(item); } }
        public void Get(out List<string> all) { lock (_gate) { all = [|_items|]; } }
        public (IReadOnlyList<string> Items, int Count) Both() { lock (_gate) { return ([|_items|], _items.Count); } }
        public Report Make() { lock (_gate) { return new Report([|_items|]); } }
        public Report Other() { lock (_gate) { return new Report([]) { Items = [|_items|] }; } }
        public void Fill(Holder holder) { lock (_gate) { holder.Items = [|_items|]; } }
        """) + "public sealed record Report(IReadOnlyList<string> Items); public sealed class Holder { public IReadOnlyList<string>? Items; }");
}
