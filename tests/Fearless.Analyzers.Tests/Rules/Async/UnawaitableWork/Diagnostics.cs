using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnawaitableWork, Fearless.CodeFixes.UnawaitableWorkFix>;

namespace Fearless.Analyzers.Tests.UnawaitableWorkRule;

public static class Diagnostics
{
    [Fact]
    public static Task Loops_that_take_an_item_for_done() => Test.Members("""
            public void A(List<int> items)
            {
                Parallel.ForEach(items, {|FEAR7005:async i => { await Task.Yield(); Work(); }|});
                Parallel.For(0, 9, {|FEAR7005:async i => await Task.Delay(i)|});
                items.ForEach({|FEAR7005:async i => await Task.Delay(i)|});
                Array.ForEach(items.ToArray(), {|FEAR7005:StepAsync|});
                Parallel.Invoke({|FEAR7005:async () => await Task.Yield()|}, Work);
            }
            private async void StepAsync(int i) => await Task.Delay(i);
        """);

    [Fact]
    public static Task Work_whose_failures_end_the_process() => Test.Members("""
            private Timer _timer;
            public void A()
            {
                _timer = new Timer({|FEAR7005:Tick|}, null, 0, 1000);
                ThreadPool.QueueUserWorkItem({|FEAR7005:async _ => { await Task.Yield(); Work(); }|});
                new Thread({|FEAR7005:async () => await Task.Yield()|}).Start();
            }
            private async void Tick(object state)
            {
                try { await Task.Yield(); } catch (InvalidOperationException) { }
            }
        """);

    [Fact]
    public static Task Helpers_of_the_program() => Test.Members("""
            private void Logged(Action work) { try { work(); } catch (Exception) { Work(); } }
            private void Later(Action work) => Task.Run(work);
            public void A()
            {
                Logged({|FEAR7005:async () => { await Task.Yield(); Work(); }|});
                Later({|FEAR7005:async () => { await Task.Yield(); Work(); }|});
            }
        """);
}
