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
}
