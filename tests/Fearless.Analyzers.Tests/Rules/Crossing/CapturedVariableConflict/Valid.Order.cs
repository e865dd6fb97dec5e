using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.CapturedVariableConflictRule;

/// <summary>Code that looks concurrent and is not, or is ordered by something else than a join.</summary>
public static partial class Valid
{
    [Fact]
    public static Task Lambdas_that_run_at_once() => CaptureTest.Valid("""
        public int M(List<int> items)
        {
            var sum = 0;
            items.ForEach(i => sum += i);
            var large = items.Where(i => i > sum).ToList();
            Action add = () => sum++;
            add();
            sum++;
            return sum + large.Count;
        }
        """);

    [Fact]
    public static Task Stored_lambdas_are_anybodys_guess() => CaptureTest.Valid("""
        private Action? _later;

        public void M()
        {
            var n = 0;
            _later = () => n++;
            n++;
        }
        """);

    [Fact]
    public static Task An_event_puts_the_write_first() => CaptureTest.Valid("""
        public void M()
        {
            var n = 0;
            using var ready = new ManualResetEventSlim();
            var t = Task.Run(() => { ready.Wait(); Use(n); });
            n = 42;
            ready.Set();
            t.Wait();
        }
        """);

    [Fact]
    public static Task An_event_hands_the_result_back() => CaptureTest.Valid("""
        public void M()
        {
            var n = 0;
            using var done = new ManualResetEventSlim();
            new Thread(() => { n = 42; done.Set(); }).Start();
            done.Wait();
            Use(n);
        }
        """);

    [Fact]
    public static Task A_completion_source_hands_the_result_back() => CaptureTest.Valid("""
        public async Task M()
        {
            var n = 0;
            var done = new TaskCompletionSource();
            ThreadPool.QueueUserWorkItem(_ => { n = 42; done.SetResult(); });
            await done.Task;
            Use(n);
        }
        """);

    [Fact]
    public static Task Threads_of_a_scope_have_ended_when_it_returns() => CaptureTest.Valid("""
        public int M()
        {
            var n = 0;
            Fearless.Threads.Scope(scope => { scope.Spawn(() => n++); });
            n++;
            return n;
        }
        """);

    [Fact]
    public static Task An_async_function_up_to_its_first_await() => CaptureTest.Valid("""
        public async Task M()
        {
            var n = 0;
            var t = Load();
            n++;
            await t;

            async Task Load()
            {
                n++;
                await Task.Yield();
            }
        }
        """);

    [Fact]
    public static Task A_handle_that_its_own_work_sees() => CaptureTest.Valid("""
        public void M()
        {
            Timer? timer = null;
            timer = new Timer(_ => timer?.Dispose(), null, 100, Timeout.Infinite);
        }
        """);

    [Fact]
    public static Task Everybody_stores_the_same_constant() => CaptureTest.Valid("""
        public bool M(int[] items)
        {
            var found = false;
            Parallel.ForEach(items, item =>
            {
                if (item > 3)
                    found = true;
            });
            return found;
        }
        """);

    [Fact]
    public static Task Joined_on_the_way_round_the_loop() => CaptureTest.Valid("""
        public void M()
        {
            var n = 0;
            for (var i = 0; i < 3; i++)
            {
                var t = Task.Run(() => n++);
                t.Wait();
            }

            n++;
        }
        """);

    [Fact]
    public static Task Given_to_somebody_who_may_join_it() => CaptureTest.Valid("""
        private static void Track(Task task) => task.Wait();

        public void M()
        {
            var n = 0;
            var t = Task.Run(() => n++);
            Track(t);
            n++;
        }
        """);
}
