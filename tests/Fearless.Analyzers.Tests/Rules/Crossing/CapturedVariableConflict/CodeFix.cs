using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.CapturedVariableConflictRule;

public static class CodeFix
{
    [Fact]
    public static Task A_loop_variable_is_copied_in_the_loops_body() => CaptureTest.Fix("CopyBeforeStart", """
        public void M()
        {
            for (var i = 0; i < 10; [|i|]++)
            {
                // One task each.
                Task.Run(() => Use(i));
            }
        }
        """, """
        public void M()
        {
            for (var i = 0; i < 10; i++)
            {
                // One task each.
                var iCopy = i;
                Task.Run(() => Use(iCopy));
            }
        }
        """);

    [Fact]
    public static Task A_body_without_braces_gets_them() => CaptureTest.Fix("CopyBeforeStart", """
        public void M()
        {
            for (var i = 0; i < 10; [|i|]++)
                Task.Run(() => Use(i));
        }
        """, """
        public void M()
        {
            for (var i = 0; i < 10; i++)
            {
                var iCopy = i;
                Task.Run(() => Use(iCopy));
            }
        }
        """);

    [Fact]
    public static Task A_setting_is_copied_before_the_start() => CaptureTest.Fix("CopyBeforeStart", """
        public void M()
        {
            var pause = 10;
            var t = Task.Run(() => Use(pause + pause));
            [|pause|] = 250;
            t.Wait();
        }
        """, """
        public void M()
        {
            var pause = 10;
            var pauseCopy = pause;
            var t = Task.Run(() => Use(pauseCopy + pauseCopy));
            pause = 250;
            t.Wait();
        }
        """);

    [Fact]
    public static Task A_counter_becomes_interlocked() => CaptureTest.Fix("UseInterlocked", """
        public int M(int[] items)
        {
            int even = 0, sum = 0;
            Parallel.ForEach(items, item =>
            {
                if (item % 2 == 0)
                    [|even|]++;
                [|sum|] += item; // all of them
            });
            return even + sum;
        }
        """, """
        public int M(int[] items)
        {
            int even = 0, sum = 0;
            Parallel.ForEach(items, item =>
            {
                if (item % 2 == 0)
                    Interlocked.Increment(ref even);
                Interlocked.Add(ref sum, item); // all of them
            });
            return even + sum;
        }
        """);

    [Fact]
    public static Task A_read_meanwhile_becomes_volatile() => CaptureTest.Fix("UseInterlocked", """
        public void M()
        {
            var n = 0;
            var t = Task.Run(() => n--);
            Use([|n|]);
            t.Wait();
        }
        """, """
        public void M()
        {
            var n = 0;
            var t = Task.Run(() => Interlocked.Decrement(ref n));
            Use(Volatile.Read(ref n));
            t.Wait();
        }
        """);

    [Fact]
    public static Task The_join_moves_up() => CaptureTest.Fix("JoinFirst", """
        public async Task M()
        {
            var text = "";
            var t = Task.Run(() => text = "done");
            Use([|text|]);
            await t;
        }
        """, """
        public async Task M()
        {
            var text = "";
            var t = Task.Run(() => text = "done");
            await t;
            Use(text);
        }
        """);

    [Fact]
    public static Task A_join_is_added() => CaptureTest.Fix("JoinFirst", """
        public void M()
        {
            var text = "";
            var t = new Thread(() => text = "done");
            t.Start();
            if (Ask())
            {
                Use([|text|]);
            }
        }
        """, """
        public void M()
        {
            var text = "";
            var t = new Thread(() => text = "done");
            t.Start();
            if (Ask())
            {
                t.Join();
                Use(text);
            }
        }
        """);
}
