using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.CapturedVariableConflictRule;

/// <summary>Ordered, locked, atomic, or not shared at all.</summary>
public static partial class Valid
{
    [Theory]
    [InlineData("var t = new Thread(() => n++); t.Start(); t.Join(); n++;")]
    [InlineData("var t = new Thread(() => n++); n = 1; t.Start(); t.Join(); Use(n);")]
    [InlineData("var t = Task.Run(() => n++); t.Wait(); n++;")]
    [InlineData("var t = Task.Run(() => n + 1); var r = t.Result; n++;")]
    [InlineData("var t = Task.Run(() => n++); t.GetAwaiter().GetResult(); n++;")]
    [InlineData("Task.Run(() => n++).Wait(); n++;")]
    [InlineData("var a = Task.Run(() => n + 1); var b = Task.Run(() => n + 2); Task.WaitAll(a, b); n++;")]
    [InlineData("var all = new List<Task>(); all.Add(Task.Run(() => n + 1)); Task.WaitAll(all.ToArray()); n++;")]
    [InlineData("Task t = Task.Run(() => n + 1); try { Ask(); } finally { t.Wait(); } n++;")]
    public static Task Joined_before_the_write(string body) => CaptureTest.Valid("public void M() { var n = 0; " + body + " }");

    [Theory]
    [InlineData("await Task.Run(() => n++); n++;")]
    [InlineData("await Task.Run(() => n++).ConfigureAwait(false); n++;")]
    [InlineData("var t = Task.Run(() => n++); await t; n++;")]
    [InlineData("var t = Task.Run(() => n + 1); var u = Task.Run(() => n + 2); await Task.WhenAll(t, u); n++;")]
    [InlineData("var t = Task.Run(() => n + 1); var all = Task.WhenAll(t); await all; n++;")]
    [InlineData("await Load(); n++; async Task Load() { await Task.Yield(); n++; }")]
    [InlineData("n = await Task.Run(() => n + 1); n++;")]
    public static Task Awaited_before_the_write(string body) => CaptureTest.Valid("public async Task M() { var n = 0; " + body + " }");

    [Fact]
    public static Task Threads_in_an_array_are_joined_one_by_one() => CaptureTest.Valid("""
        public int M()
        {
            var n = 1;
            var threads = new Thread[4];
            for (var i = 0; i < threads.Length; i++)
            {
                threads[i] = new Thread(() => Use(n));
                threads[i].Start();
            }

            foreach (var thread in threads)
                thread.Join();
            n++;
            return n;
        }
        """);

    [Fact]
    public static Task A_variable_of_the_loops_body_belongs_to_one_round() => CaptureTest.Valid("""
        public void M(int[] items)
        {
            foreach (var item in items)
            {
                var copy = item;
                copy++;
                Task.Run(() => Use(copy + item));
            }
        }
        """);

    [Fact]
    public static Task A_common_lock() => CaptureTest.Valid("""
        private readonly object _gate = new();

        public void M()
        {
            var n = 0;
            var t = Task.Run(() => { lock (_gate) { n++; } });
            lock (_gate)
                n++;
            t.Wait();
        }
        """);

    [Fact]
    public static Task A_common_lock_that_a_local_names() => CaptureTest.Valid("""
        public void M()
        {
            var n = 0;
            var gate = new Lock();
            Parallel.For(0, 10, _ => { lock (gate) n++; });
        }
        """);

    [Fact]
    public static Task Atomic_on_both_sides() => CaptureTest.Valid("""
        public void M()
        {
            var n = 0;
            var t = Task.Run(() => Interlocked.Increment(ref n));
            Interlocked.Increment(ref n);
            Use(Volatile.Read(ref n));
            t.Wait();
        }
        """);

    [Fact]
    public static Task Everybody_only_reads() => CaptureTest.Valid("""
        public void M(int n)
        {
            Parallel.For(0, 10, i => Use(n + i));
            var t = Task.Run(() => Use(n));
            Use(n);
        }
        """);

    [Fact]
    public static Task What_the_work_declares_is_its_own() => CaptureTest.Valid("""
        public void M()
        {
            Parallel.For(0, 10, i =>
            {
                var sum = 0;
                for (var k = 0; k < i; k++)
                    sum += k;
                Use(sum);
            });
        }
        """);

    [Fact]
    public static Task One_lambda_for_two_threads_has_its_locals_twice() => CaptureTest.Valid("""
        public void M()
        {
            ThreadStart work = () =>
            {
                for (var i = 0; i < 10; i++)
                    Use(i);
            };
            var a = new Thread(work);
            var b = new Thread(work);
            a.Start();
            b.Start();
        }
        """);

    [Fact]
    public static Task A_function_that_several_works_call_has_its_locals_for_each() => CaptureTest.Valid("""
        public void M()
        {
            Parallel.For(0, 10, i => Count(i));
            Task.Run(() => Count(1));
            Task.Run(() => Count(2));

            void Count(int to)
            {
                var sum = 0;
                int last;
                for (last = 0; last < to; last++)
                    sum += last;
                to++;
                Use(sum);
            }
        }
        """);
}
