using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.StaleDecision, Fearless.CodeFixes.StaleDecisionFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.StaleDecisionRule;

public static class CodeFix
{
    [Fact]
    public static Task Both_under_one_acquisition() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly Queue<int> _items = new();
            private int _total;
            public int Take()
            {
                int count;
                lock (_gate)
                {
                    count = _items.Count;
                }

                if (count > 0)
                {
                    lock (_gate)
                    {
                        return [|_items|].Dequeue();
                    }
                }

                return 0;
            }
            public void Add(int x)
            {
                int total;
                lock (_gate)
                {
                    total = _total;
                }

                total += x;
                lock (_gate)
                {
                    [|_total|] = total;
                }
            }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private readonly Queue<int> _items = new();
            private int _total;
            public int Take()
            {
                int count;
                lock (_gate)
                {
                    count = _items.Count;

                    if (count > 0)
                    {
                        return _items.Dequeue();
                    }
                }

                return 0;
            }
            public void Add(int x)
            {
                int total;
                lock (_gate)
                {
                    total = _total;

                    total += x;
                    _total = total;
                }
            }
            """));

    [Fact]
    public static Task Not_with_a_call_in_between()
    {
        var source = GuardedSource.Class("""
            private readonly object _gate = new();
            private int _total;
            public void Add(Func<int, int> next)
            {
                int total;
                lock (_gate) { total = _total; }
                total = next(total);
                lock (_gate) { [|_total|] = total; }
            }
            """);
        return VerifyCS.VerifyCodeFixAsync(source, source);
    }
}
