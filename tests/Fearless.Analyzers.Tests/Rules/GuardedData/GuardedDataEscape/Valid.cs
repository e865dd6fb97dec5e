using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.GuardedDataEscape, Fearless.CodeFixes.CopyOutFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.GuardedDataEscapeRule;

public static class Valid
{
    [Fact]
    public static Task A_copy() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<int> _items = new();
        public void Add(int x) { lock (_gate) _items.Add(x); }
        public IReadOnlyList<int> Items { get { lock (_gate) return _items.ToArray(); } }
        """));

    [Fact]
    public static Task A_query_that_is_evaluated_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<int> _items = new();
        public void Add(int x) { lock (_gate) _items.Add(x); }
        public IReadOnlyList<int> Even() { lock (_gate) return _items.Where(x => x % 2 == 0).ToList(); }
        """));

    [Fact]
    public static Task The_collection_changes_hands() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private List<int> _items = new();
        public void Add(int x) { lock (_gate) _items.Add(x); }
        public List<int> Drain() { lock (_gate) { var items = _items; _items = new List<int>(); return items; } }
        """));

    [Fact]
    public static Task It_is_replaced_never_changed() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private volatile List<int> _items = new();
        public void Add(int x) { lock (_gate) _items = [.. _items, x]; }
        public IReadOnlyList<int> Items => _items;
        """));

    [Fact]
    public static Task A_concurrent_collection() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly ConcurrentDictionary<int, int> _items = new();
        public void Add(int x) { lock (_gate) _items[x] = x; }
        public ICollection<int> Keys => _items.Keys;
        """));

    [Fact]
    public static Task A_private_helper() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<int> _items = new();
        public void Add(int x) { lock (_gate) Items().Add(x); }
        private List<int> Items() => _items;
        """));

    [Fact]
    public static Task The_caller_can_lock_the_same_object() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly List<int> _items = new();
        public void Add(int x) { lock (_items) _items.Add(x); }
        public List<int> Items => _items;
        """));

    [Fact]
    public static Task Filled_where_it_is_made() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private List<int>? _items;
        public List<int> Items
        {
            get
            {
                lock (_gate)
                {
                    if (_items == null)
                    {
                        _items = new List<int>();
                        _items.Add(1);
                    }
                }

                return _items;
            }
        }
        """));

    [Fact]
    public static Task Other_objects_get_a_copy_or_keep_nothing() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<string> _items = new();
        public void Add(string item) { lock (_gate) { _items.Add(item); } }
        public Report Make() { lock (_gate) { return new Report(_items.ToArray()); } }
        public List<string> Copy() { lock (_gate) { return new List<string>(_items); } }
        public Sum Total() { lock (_gate) { return new Sum(_items); } }
        public void Fill(Holder holder) { lock (_gate) { holder.Items = [.. _items]; } }
        """) + "public sealed record Report(IReadOnlyList<string> Items); public sealed class Holder { public IReadOnlyList<string>? Items; } public sealed class Sum { public int Count; public Sum(List<string> items) { Count = items.Count; } }");
}
