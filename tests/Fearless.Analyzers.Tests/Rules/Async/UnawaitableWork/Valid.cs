using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnawaitableWork, Fearless.CodeFixes.UnawaitableWorkFix>;

namespace Fearless.Analyzers.Tests.UnawaitableWorkRule;

public static class Valid
{
    [Fact]
    public static Task Handled_or_awaited() => Test.Silent("""
            private Timer _timer;
            public void A(List<int> items)
            {
                _timer = new Timer(async _ => { try { await Task.Yield(); } catch (Exception) { } });
                Task.Run(async () => await Task.Yield());
                Parallel.ForEach(items, i => { _ = Task.Run(async () => await Task.Delay(i)); });
                Parallel.ForEachAsync(items, async (i, _) => await Task.Delay(i));
                var all = items.Select(async i => await Task.Delay(i));
            }
        """);

    [Fact]
    public static Task Handlers_and_strangers() => Test.Silent("""
            public event EventHandler Changed;
            public void A(Shop other, Func<Action, int> stranger)
            {
                other.Changed += async (_, _) => await Task.Yield();
                stranger(async () => await Task.Yield());
            }
        """);
}
