using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.DisposedUnderWorkRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_loop_that_is_only_asked_to_end() => Rule.Check("""
        private readonly AutoResetEvent _wake = new(false);
        private volatile bool _stop;

        public Test() => {|#1:new Thread(Loop).Start()|};

        private void Loop()
        {
            while (!_stop)
                {|#0:_wake|}.WaitOne();
        }

        public void Dispose()
        {
            _stop = true;
            _wake.Set();
            {|#2:_wake|}.Dispose();
        }
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithLocation(2).WithArguments("_wake", "12", "Dispose", "24"));

    [Fact]
    public static Task A_timer_is_not_waited_for_by_its_disposal() => Rule.Check("""
        private readonly StreamWriter _log = new("log");
        private readonly Timer _timer;

        public Test() => _timer = new Timer(_ => Tick(), null, 0, 1000);

        private void Tick() => [|_log|].WriteLine("alive");

        public void Dispose()
        {
            _timer.Dispose();
            _log.Dispose();
        }
        """);

    [Fact]
    public static Task A_flag_that_is_tested_without_a_lock() => Rule.Check("""
        private readonly System.Timers.Timer _timer = new(1000);
        private volatile bool _closed;

        public Test() => _timer.Elapsed += (_, _) => Tick();

        private void Tick()
        {
            if (!_closed)
                [|_timer|].Start();
        }

        public void Dispose()
        {
            _closed = true;
            _timer.Dispose();
        }
        """);

    [Fact]
    public static Task The_wait_comes_too_late() => Rule.Check("""
        private readonly SemaphoreSlim _slots = new(1);
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _loop;

        public Test() => _loop = LoopAsync();

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
            _slots.Dispose();
            await _loop;
        }
        """);

    [Fact]
    public static Task Under_the_lock_but_nobody_looks_whether_it_is_gone() => Rule.Check("""
        private readonly object _gate = new();
        private readonly StreamWriter _log = new("log");
        private readonly Timer _timer;
        private bool _closed;

        public Test() => _timer = new Timer(_ => Tick(), null, 0, 1000);

        private void Tick()
        {
            lock (_gate)
            {
                if (_closed)
                    return;
            }
            lock (_gate)
                [|_log|].WriteLine("alive");
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _closed = true;
                _timer.Dispose();
                _log.Dispose();
            }
        }
        """);

    [Fact]
    public static Task A_wrapper_starts_the_delegate() => Rule.Check("""
        private sealed class Ticker : IDisposable
        {
            private readonly Timer _timer;
            private volatile bool _gone;
            public Ticker(Action tick) => _timer = new Timer(_ => tick());
            public void Again()
            {
                ObjectDisposedException.ThrowIf(_gone, this);
                _timer.Change(100, -1);
            }
            public void Dispose()
            {
                _gone = true;
                _timer.Dispose();
            }
        }

        private readonly Ticker _ticker;
        private volatile bool _closed;

        public Test() => _ticker = new Ticker(OnTick);

        private void OnTick()
        {
            if (!_closed)
                [|_ticker|].Again();
        }

        public void Dispose()
        {
            _closed = true;
            _ticker.Dispose();
        }
        """);
}
