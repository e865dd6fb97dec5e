using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.GuardedDataEscape, Fearless.CodeFixes.CopyOutFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.GuardedDataEscapeRule;

public static class CodeFix
{
    [Fact]
    public static Task A_copy_is_returned() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<int> _items = new();
            public void Add(int x) { lock (_gate) _items.Add(x); }
            public IReadOnlyList<int> Items { get { lock (_gate) return [|_items|]; } }
            public IEnumerable<int> Even() { lock (_gate) return [|_items|].Where(x => x % 2 == 0); }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<int> _items = new();
            public void Add(int x) { lock (_gate) _items.Add(x); }
            public IReadOnlyList<int> Items { get { lock (_gate) return [.. _items]; } }
            public IEnumerable<int> Even() { lock (_gate) return [.. _items.Where(x => x % 2 == 0)]; }
            """));

    [Fact]
    public static Task Under_the_lock() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<int> _items = new();
            public void Add(int x) { lock (_gate) _items.Add(x); }
            public IReadOnlyList<int> Items => [|_items|];
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<int> _items = new();
            public void Add(int x) { lock (_gate) _items.Add(x); }
            public IReadOnlyList<int> Items
            {
                get
                {
                    lock (_gate)
                    {
                        return [.. _items];
                    }
                }
            }
            """));

    [Fact]
    public static Task Not_where_the_type_has_no_such_copy() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly Dictionary<int, int> _items = new();
            public void Add(int x) { lock (_gate) _items[x] = x; }
            public Dictionary<int, int> Items { get { lock (_gate) return [|_items|]; } }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly Dictionary<int, int> _items = new();
            public void Add(int x) { lock (_gate) _items[x] = x; }
            public Dictionary<int, int> Items { get { lock (_gate) return [|_items|]; } }
            """));

    [Fact]
    public static Task A_copy_goes_out_with_another_object() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<string> _items = new();
            public void Add(string item) { lock (_gate) { _items.Add(item); } }
            public void Get(out List<string> all) { lock (_gate) { all = [|_items|]; } }
            public (IReadOnlyList<string> Items, int Count) Both() { lock (_gate) { return ([|_items|], _items.Count); } }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly List<string> _items = new();
            public void Add(string item) { lock (_gate) { _items.Add(item); } }
            public void Get(out List<string> all) { lock (_gate) { all = [.. _items]; } }
            public (IReadOnlyList<string> Items, int Count) Both() { lock (_gate) { return ([.. _items], _items.Count); } }
            """));
}
