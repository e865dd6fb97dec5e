using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.CapturedVariableConflictRule;

public static partial class Diagnostics
{
    [Theory]
    [InlineData("var t = Task.Run(() => Use(n)); [|n|]++; t.Wait();")]
    [InlineData("var t = Task.Run(() => n++); Use([|n|]); t.Wait();")]
    [InlineData("var t = Task.Run(() => n++); [|n|] = 3; t.Wait();")]
    [InlineData("var t = Task.Run(() => n = 5); Use([|n|]); t.Wait();")]
    [InlineData("Task.Run(() => n++); [|n|]++;")]
    [InlineData("_ = Task.Run(() => n++); [|n|]++;")]
    [InlineData("var t = Task.Factory.StartNew(() => n++); [|n|]++; t.Wait();")]
    [InlineData("ThreadPool.QueueUserWorkItem(_ => n++); [|n|]++;")]
    [InlineData("var t = new Thread(() => n++); t.Start(); [|n|]++; t.Join();")]
    [InlineData("new Thread(() => n++).Start(); [|n|]++;")]
    [InlineData("ThreadStart work = () => n++; var t = new Thread(work); t.Start(); [|n|]++;")]
    [InlineData("var t = new Timer(_ => Use(n), null, 0, 100); [|n|]++;")]
    [InlineData("var h = Fearless.Threads.Spawn(() => { n++; }); [|n|]++; h.Join();")]
    [InlineData("void Work() => n++; var t = Task.Run(Work); [|n|]++; t.Wait();")]
    [InlineData("void Work() { Step(); } void Step() { n++; } var t = Task.Run(Work); [|n|]++; t.Wait();")]
    [InlineData("var t = Task.Run(() => { Action step = () => n++; step(); }); [|n|]++; t.Wait();")]
    [InlineData("var t = Task.Run(() => Use(n)); if (Ask()) t.Wait(); [|n|]++; t.Wait();")]
    [InlineData("var t = Task.Run(() => Use(n)); Interlocked.Increment(ref n); [|n|] = 0; t.Wait();")]
    [InlineData("var a = Task.Run(() => n++); var b = Task.Run(() => Use([|n|])); Task.WaitAll(a, b);")]
    [InlineData("Parallel.Invoke(() => n++, () => Use([|n|]));")]
    public static Task Used_while_the_work_may_run(string body) => CaptureTest.Diagnose("public void M() { var n = 0; " + body + " }");

    [Theory]
    [InlineData("Parallel.For(0, 10, _ => [|n|]++);")]
    [InlineData("Parallel.ForEach(new[] { 1 }, i => { [|n|] += i; });")]
    [InlineData("foreach (var i in new[] { 1, 2 }) Task.Run(() => [|n|] += i);")]
    [InlineData("for (var i = 0; i < 3; i++) { var t = new Thread(() => [|n|]++); t.Start(); }")]
    [InlineData("var all = new List<Task>(); for (var i = 0; i < 3; i++) all.Add(Task.Run(() => [|n|]++)); Task.WaitAll(all.ToArray());")]
    [InlineData("new[] { 1, 2 }.ToList().ForEach(i => Task.Run(() => [|n|] += i));")]
    [InlineData("new[] { 1, 2 }.AsParallel().ForAll(i => [|n|] += i);")]
    public static Task The_work_overlaps_itself(string body) => CaptureTest.Diagnose("public void M() { var n = 0; " + body + " }");

    [Fact]
    public static Task The_variable_of_a_for_loop() => CaptureTest.Diagnose("""
        public void M()
        {
            for (var i = 0; i < 10; [|i|]++)
                Task.Run(() => Use(i));
        }
        """);

    [Fact]
    public static Task An_async_function_after_its_first_await() => CaptureTest.Diagnose("""
        public async Task M()
        {
            var n = 0;
            var t = Load();
            [|n|]++;
            await t;

            async Task Load()
            {
                await Task.Yield();
                n++;
            }
        }
        """);

    [Fact]
    public static Task What_a_function_shares_with_the_work_that_it_starts() => CaptureTest.Diagnose("""
        public void M()
        {
            Parallel.For(0, 10, i => Count(i));

            void Count(int to)
            {
                var sum = 0;
                var t = Task.Run(() => sum += to);
                [|sum|]++;
                t.Wait();
            }
        }
        """);

    [Fact]
    public static Task Async_lambdas_that_are_awaited_together() => CaptureTest.Diagnose("""
        public async Task M(int[] items)
        {
            var n = 0;
            await Task.WhenAll(items.Select(async i =>
            {
                await Task.Delay(i);
                [|n|]++;
            }));
        }
        """);

    [Fact]
    public static Task Locked_on_one_side_only() => CaptureTest.Diagnose("""
        private readonly object _gate = new();

        public void M()
        {
            var n = 0;
            var t = Task.Run(() => { lock (_gate) { n++; } });
            [|n|]++;
            t.Wait();
        }
        """);

    [Fact]
    public static Task A_field_of_a_struct_is_part_of_the_variable() => CaptureTest.Diagnose("""
        public struct Point { public int X; }

        public void M()
        {
            var p = new Point();
            var t = Task.Run(() => Use(p.X));
            [|p|].X = 3;
            t.Wait();
        }
        """);

    [Fact]
    public static Task The_event_comes_before_the_write() => CaptureTest.Diagnose("""
        public void M()
        {
            var n = 0;
            using var ready = new ManualResetEventSlim();
            var t = Task.Run(() => { ready.Wait(); Use(n); });
            ready.Set();
            [|n|] = 42;
            t.Wait();
        }
        """);

    [Fact]
    public static Task The_message_names_both_sides() => CaptureTest.Diagnose(
        """
        public void M()
        {
            var n = 0;
            var t = {|#1:Task.Run(() => {|#2:n|}++)|};
            Use({|#0:n|});
            t.Wait();
        }
        """,
        CaptureTest.Finding().WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
            "'n' is read here while the work started at line 12 may be writing it (line 12): "
            + "join the work first, copy the variable to a fresh local before the start, or use Interlocked or a lock"));

    [Fact]
    public static Task The_message_for_work_that_overlaps_itself() => CaptureTest.Diagnose(
        """
        public void M()
        {
            var n = 0;
            Parallel.For(0, 10, _ => {|#0:n|}++);
        }
        """,
        CaptureTest.Finding().WithLocation(0).WithMessage(
            "'n' is written by work that may run several times at once (started at line 12): "
            + "use Interlocked or a lock, or give each run a variable of its own"));
}
