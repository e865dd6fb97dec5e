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
}
