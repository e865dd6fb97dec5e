using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnawaitableWork, Fearless.CodeFixes.UnawaitableWorkFix>;

namespace Fearless.Analyzers.Tests.UnawaitableWorkRule;

public static class CodeFix
{
    [Fact]
    public static Task Parallel_loop() => Test.Fix("""
            public async Task A(List<int> items)
            {
                Parallel.ForEach(items, {|FEAR7005:async i => { await Task.Delay(i); }|});
            }
        """, """
            public async Task A(List<int> items)
            {
                await Parallel.ForEachAsync(items, async (i, _) => { await Task.Delay(i); });
            }
        """);

    [Fact]
    public static Task Loop_over_a_list() => Test.Fix("""
            public async Task A(List<int> items)
            {
                items.ForEach({|FEAR7005:async i => await Task.Delay(i)|});
            }
        """, """
            public async Task A(List<int> items)
            {
                foreach (var i in items)
                {
                    await Task.Delay(i);
                }
            }
        """);

    [Fact]
    public static Task Not_where_nobody_can_await() => Test.NoFix("""
            public void A(List<int> items) => Parallel.ForEach(items, {|FEAR7005:async i => await Task.Delay(i)|});
        """);
}
