using System.Threading.Tasks;
using Xunit;
using static Fearless.Analyzers.Tests.SharedObjectConflictRule.SharingTest;

namespace Fearless.Analyzers.Tests.SharedObjectConflictRule;

public static class Diagnostics
{
    [Fact]
    public static Task Both_sides_are_named() => Diagnose("""
        public async Task M()
        {
            var list = new List<int>();
            var work = {|#1:Task.Run(() => {|#2:list|}.Add(1))|};
            {|#0:list|}.Add(2);
            await work;
        }
        """, Finding().WithLocation(0).WithLocation(1).WithLocation(2).WithArguments(
            "'list' is written here while the work started at line 24 may be writing it ('list.Add' at line 24)",
            "join the work first, give it an object of its own, or share it through a Mutex<T>, a lock or a concurrent collection"));

    [Fact]
    public static Task Work_that_runs_several_times_at_once_meets_itself() => Diagnose("""
        public void M(int[] values)
        {
            var even = new List<int>();
            {|#1:Parallel.ForEach(values, v => { if (v % 2 == 0) {|#0:even|}.Add(v); })|};
        }
        """, Finding().WithLocation(0).WithLocation(1).WithArguments(
            "'even' is written by work that may run several times at once (started at line 24)",
            "give each run an object of its own, or share it through a Mutex<T>, a lock or a concurrent collection"));

    [Fact]
    public static Task A_read_before_the_join_conflicts_with_a_write() => Diagnose("""
        public void M()
        {
            var order = new Order();
            var work = new Thread(() => order.Lines.Add("x"));
            work.Start();
            Console.WriteLine(order.[|Lines|].Count);
            work.Join();
        }
        """);

    [Fact]
    public static Task A_method_in_sight_is_looked_into() => Diagnose("""
        public async Task M()
        {
            var order = new Order();
            var work = Task.Run(() => order.Stamp("a"));
            [|order|].Stamp("b");
            await work;
        }
        """);

    [Fact]
    public static Task Another_name_is_the_same_object() => Diagnose("""
        public void M(int[] ids)
        {
            var log = new List<int>();
            foreach (var id in ids)
            {
                var mine = log;
                new Thread(() => [|mine|].Add(id)).Start();
            }
        }
        """);

    [Fact]
    public static Task What_only_one_thread_may_use_is_changed_by_every_member() => Diagnose("""
        public void M()
        {
            var (sender, receiver) = Mpsc.Channel<int>();
            using (sender)
                sender.Send(1);
            var other = Threads.Spawn(() => receiver.Recv());
            [|receiver|].Recv();
            other.Join();
        }
        """);

    [Fact]
    public static Task Slices_that_overlap_are_one_buffer() => Diagnose("""
        public static void M(Memory<int> items)
        {
            var half = items[..(items.Length / 2)];
            Parallel.Invoke(() => Zero(items), () => [|Zero|](half));
        }

        private static void Zero(Memory<int> items)
        {
            var span = items.Span;
            for (var i = 0; i < span.Length; i++)
                span[i] = 0;
        }
        """);
}
