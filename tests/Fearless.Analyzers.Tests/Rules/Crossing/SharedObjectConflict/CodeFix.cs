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
    public static Task Work_that_meets_itself_is_left_to_a_person()
    {
        const string Source = """
            public void M(int[] values)
            {
                var list = new List<int>();
                Parallel.ForEach(values, v => [|list|].Add(v));
            }
            """;
        return SharingTest.Fix(Source, Source);
    }
}
