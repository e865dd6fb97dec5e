using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.StaleDecision, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.StaleDecisionRule;

public static class Valid
{
    [Fact]
    public static Task One_region() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _ids = new();
        public void Open(string name) { lock (_gate) { if (!_ids.ContainsKey(name)) _ids.Add(name, 1); } }
        """));

    [Fact]
    public static Task It_looks_again() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _ids = new();
        public void Open(string name)
        {
            bool known;
            lock (_gate) { known = _ids.ContainsKey(name); }
            if (known)
                return;
            var id = name.Length;
            lock (_gate) { if (!_ids.ContainsKey(name)) _ids.Add(name, id); }
        }
        """));

    [Fact]
    public static Task A_cache_that_is_filled_twice_at_worst() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _ids = new();
        public int Get(string name)
        {
            lock (_gate) { if (_ids.TryGetValue(name, out var known)) return known; }
            var id = name.Length;
            lock (_gate) { _ids[name] = id; }
            return id;
        }
        """));

    [Fact]
    public static Task The_two_have_nothing_to_do_with_each_other() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Queue<int> _items = new();
        public void Log(int x)
        {
            int count;
            lock (_gate) { count = _items.Count; }
            Console.WriteLine(count);
            lock (_gate) { _items.Enqueue(x); }
        }
        """));

    [Fact]
    public static Task The_property_is_asked_again() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Stack<object> _idle = new();
        public void Return(object item) { lock (_gate) { _idle.Push(item); } }
        private int Count { get { lock (_gate) { return _idle.Count; } } }
        public object? Take()
        {
            if (Count == 0)
                return null;
            lock (_gate) { return _idle.Count == 0 ? null : _idle.Pop(); }
        }
        """));

    [Fact]
    public static Task Something_else_was_not_there() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly List<string> _log = new();
        public void Add(string line)
        {
            lock (_gate)
            {
                if (_log.Count > 100)
                    return;
            }

            lock (_gate) { _log.Add(line); }
        }
        """));
}
