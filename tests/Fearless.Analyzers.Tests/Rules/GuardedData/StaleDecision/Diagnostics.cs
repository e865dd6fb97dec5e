using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.StaleDecision, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.StaleDecisionRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_lost_update() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private int _total;
            public void Add(int x)
            {
                int total;
                lock (_gate) { total = {|#1:_total|}; }
                total += x;
                lock (_gate) { {|#0:_total|} = total; }
            }
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("_total", 16, "_gate"));

    [Fact]
    public static Task An_entry_that_is_added_twice() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _ids = new();
        public void Open(string name)
        {
            bool known;
            lock (_gate) { known = _ids.ContainsKey(name); }
            if (known)
                return;
            lock (_gate) { [|_ids|].Add(name, 1); }
        }
        """));

    [Fact]
    public static Task A_queue_that_may_be_empty_by_now() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Queue<int> _items = new();
        public int Take()
        {
            int count;
            lock (_gate) { count = _items.Count; }
            if (count > 0)
            {
                lock (_gate) { return [|_items|].Dequeue(); }
            }

            return 0;
        }
        """));

    [Fact]
    public static Task A_count_that_an_earlier_look_allowed() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _free = 10;
        public bool Take()
        {
            bool any;
            lock (_gate) { any = _free > 0; }
            if (!any)
                return false;
            lock (_gate) { [|_free|]--; }
            return true;
        }
        """));

    [Fact]
    public static Task An_entry_that_was_not_there_a_moment_ago() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Dictionary<string, object> _made = new();
        public object Get(string key)
        {
            lock (_gate)
            {
                if (_made.TryGetValue(key, out var known))
                    return known;
            }

            var made = new object();
            lock (_gate) { [|_made|].Add(key, made); }
            return made;
        }
        """));

    [Fact]
    public static Task A_property_that_takes_the_lock_for_itself() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Stack<object> _idle = new();
        public void Return(object item) { lock (_gate) { _idle.Push(item); } }
        private int Count { get { lock (_gate) { return _idle.Count; } } }
        public object? Take()
        {
            if (Count == 0)
                return null;
            lock (_gate) { return [|_idle|].Pop(); }
        }
        """));
}
