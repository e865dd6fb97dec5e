using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.DisposedUnderWorkRule;

public static class CodeFix
{
    private const string Loop = """
        private readonly SemaphoreSlim _slots = new(1);
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _loop;

        public Test() => _loop = LoopAsync();

        """;

    [Fact]
    public static Task The_disposal_moves_behind_the_wait() => Rule.Fix(Loop + """
            private async Task LoopAsync()
            {
                while (!_stop.IsCancellationRequested)
                {
                    await Task.Delay(10);
                    [|_slots|].Release();
                }
            }

            public async ValueTask DisposeAsync()
            {
                await _stop.CancelAsync();
                // Nobody needs them now.
                _slots.Dispose();
                try
                {
                    await _loop;
                }
                catch (OperationCanceledException)
                {
                }
            }
        """, Loop + """
            private async Task LoopAsync()
            {
                while (!_stop.IsCancellationRequested)
                {
                    await Task.Delay(10);
                    _slots.Release();
                }
            }

            public async ValueTask DisposeAsync()
            {
                await _stop.CancelAsync();
                try
                {
                    await _loop;
                }
                catch (OperationCanceledException)
                {
                }
                // Nobody needs them now.
                _slots.Dispose();
            }
        """);

    [Fact]
    public static Task The_handle_is_at_hand() => Rule.Fix("""
            private readonly AutoResetEvent _wake = new(false);
            private readonly Thread _thread;
            private volatile bool _stop;

            public Test()
            {
                _thread = new Thread(Loop);
                _thread.Start();
            }

            private void Loop()
            {
                while (!_stop)
                    [|_wake|].WaitOne();
            }

            public void Dispose()
            {
                _stop = true;
                _wake.Set();
                _wake.Dispose();
            }
        """, """
            private readonly AutoResetEvent _wake = new(false);
            private readonly Thread _thread;
            private volatile bool _stop;

            public Test()
            {
                _thread = new Thread(Loop);
                _thread.Start();
            }

            private void Loop()
            {
                while (!_stop)
                    _wake.WaitOne();
            }

            public void Dispose()
            {
                _stop = true;
                _wake.Set();
                _thread.Join();
                _wake.Dispose();
            }
        """);

    [Fact]
    public static Task A_timer_has_nothing_to_wait_for()
    {
        const string Source = """
                private readonly StreamWriter _log = new("log");
                private readonly Timer _timer;

                public Test() => _timer = new Timer(_ => [|_log|].WriteLine("alive"), null, 0, 1000);

                public void Dispose()
                {
                    _timer.Dispose();
                    _log.Dispose();
                }
            """;
        return Rule.Fix(Source, Source);
    }
}
