using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.SharedObjectConflictRule;

public static class CodeFix
{
    [Fact]
    public static Task The_join_moves_up() => SharingTest.Fix("""
        public async Task M()
        {
            var list = new List<int>();
            var work = Task.Run(() => list.Add(1));
            [|list|].Add(2);
            await work;
        }
        """, """
        public async Task M()
        {
            var list = new List<int>();
            var work = Task.Run(() => list.Add(1));
            await work;
            list.Add(2);
        }
        """);

    [Fact]
    public static Task A_join_is_added() => SharingTest.Fix("""
        public void M()
        {
            var order = new Order();
            var work = Task.Run(() => order.Stamp("a"));
            Console.WriteLine(order.[|Lines|].Count);
        }
        """, """
        public void M()
        {
            var order = new Order();
            var work = Task.Run(() => order.Stamp("a"));
            work.Wait();
            Console.WriteLine(order.Lines.Count);
        }
        """);

    [Fact]
    public static Task Work_that_meets_itself_takes_a_lock() => SharingTest.Fix("""
        public void M(int[] values)
        {
            // What was found.
            var list = new List<int>();
            Parallel.ForEach(values, v => [|list|].Add(v));
        }
        """, """
        public void M(int[] values)
        {
            // What was found.
            var gate = new Lock();
            var list = new List<int>();
            Parallel.ForEach(values, v =>
            {
                lock (gate)
                {
                    list.Add(v);
                }
            });
        }
        """);

    [Fact]
    public static Task Async_work_that_meets_itself_takes_a_lock() => SharingTest.Fix("""
        public async Task M(int[] values)
        {
            var list = new List<int>();
            await Task.WhenAll(values.Select(async v =>
            {
                await Task.Delay(v);
                [|list|].Add(v); // as it comes
            }));
        }
        """, """
        public async Task M(int[] values)
        {
            var gate = new Lock();
            var list = new List<int>();
            await Task.WhenAll(values.Select(async v =>
            {
                await Task.Delay(v);
                lock (gate)
                {
                    list.Add(v); // as it comes
                }
            }));
        }
        """);

    [Fact]
    public static Task What_takes_long_is_left_to_a_person()
    {
        const string Source = """
            public void M(int[] values, Func<int, int> ask)
            {
                var list = new List<int>();
                Parallel.ForEach(values, v => [|list|].Add(ask(v)));
            }
            """;
        return SharingTest.Fix(Source, Source);
    }
}
