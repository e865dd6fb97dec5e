using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.DisposedUnderWorkRule;

public static class Valid
{
    [Theory]
    [InlineData("_thread.Join();")]
    [InlineData("while (_thread.IsAlive) Thread.Sleep(1);")]
    [InlineData("End();")]
    public static Task The_thread_is_waited_for(string wait) => Rule.Check($$"""
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

        private void End() => _thread.Join(1000);

        public void Dispose()
        {
            _stop = true;
            _wake.Set();
            {{wait}}
            _wake.Dispose();
        }
        """);

    [Fact]
    public static Task The_task_is_awaited() => Rule.Check("""
        private readonly SemaphoreSlim _slots = new(1);
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _loop;

        public Test() => _loop = LoopAsync();

        private async Task LoopAsync()
        {
            while (!_stop.IsCancellationRequested)
            {
                await Task.Delay(10, _stop.Token);
                _slots.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            try { await _loop; } catch (OperationCanceledException) { }
            _slots.Dispose();
            _stop.Dispose();
        }
        """);

    [Fact]
    public static Task Somebody_stops_it_before() => Rule.Check("""
        private readonly SemaphoreSlim _slots = new(1);
        private volatile bool _stop;
        private Task? _loop;

        public void Start() => _loop = Task.Run(Loop);

        private void Loop()
        {
            while (!_stop)
                _slots.Release();
        }

        public async Task StopAsync()
        {
            _stop = true;
            if (_loop is not null)
                await _loop;
        }

        public void Dispose() => _slots.Dispose();
        """);

    [Theory]
    [InlineData("_timer.Dispose(ended); ended.WaitOne();")]
    [InlineData("_timer.DisposeAsync().AsTask().Wait();")]
    public static Task The_timer_is_waited_for(string wait) => Rule.Check($$"""
        private readonly StreamWriter _log = new("log");
        private readonly Timer _timer;

        public Test() => _timer = new Timer(_ => _log.WriteLine("alive"), null, 0, 1000);

        public void Dispose()
        {
            using var ended = new ManualResetEvent(false);
            {{wait}}
            _log.Dispose();
        }
        """);

    [Fact]
    public static Task A_flag_under_one_lock() => Rule.Check("""
        private readonly object _gate = new();
        private readonly StreamWriter _log = new("log");
        private readonly Timer _timer;
        private bool _closed;

        public Test() => _timer = new Timer(_ => Tick(), null, 0, 1000);

        private void Tick()
        {
            lock (_gate)
            {
                if (!_closed)
                    Write();
            }
        }

        private void Write() => _log.WriteLine("alive");

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
    public static Task Set_to_null_under_the_lock() => Rule.Check("""
        private readonly object _gate = new();
        private readonly Timer _timer;
        private StreamWriter? _log = new("log");

        public Test() => _timer = new Timer(_ => Tick(), null, 0, 1000);

        private void Tick()
        {
            lock (_gate)
                _log?.WriteLine("alive");
        }

        public void Dispose()
        {
            _timer.Dispose();
            lock (_gate)
            {
                _log?.Dispose();
                _log = null;
            }
        }
        """);

    [Theory]
    [InlineData("ObjectDisposedException")]
    [InlineData("Exception")]
    public static Task The_failure_is_expected(string exception) => Rule.Check($$"""
        private readonly BlockingCollection<int> _queue = new();

        public Test() => new Thread(Loop).Start();

        private void Loop()
        {
            try
            {
                Consume();
            }
            catch ({{exception}})
            {
            }
        }

        private void Consume()
        {
            while (_queue.Take() > 0)
                Console.WriteLine();
        }

        public void Dispose()
        {
            _queue.CompleteAdding();
            _queue.Dispose();
        }
        """);

    [Fact]
    public static Task Closed_so_that_the_reader_wakes_up() => Rule.Check("""
        private readonly StreamReader _input = new("pipe");
        private readonly CancellationTokenSource _stop = new();

        public Test() => new Thread(Loop).Start();

        private void Loop()
        {
            while (!_stop.Token.IsCancellationRequested && _input.ReadLine() is { } line)
                Console.WriteLine(line);
        }

        public void Dispose()
        {
            _stop.Cancel();
            _stop.Dispose();
            _input.Dispose();
        }
        """);

    [Fact]
    public static Task A_new_one_takes_its_place() => Rule.Check("""
        private StreamWriter _log = new("log");

        public Test() => new Timer(_ => _log.WriteLine("alive"), null, 0, 1000);

        public void Roll()
        {
            var old = _log;
            _log.Dispose();
            _log = new StreamWriter("next");
        }
        """);

    [Fact]
    public static Task The_last_user_disposes() => Rule.Check("""
        private readonly StreamWriter _log = new("log");
        private int _users = 1;

        public Test() => new Timer(_ => Tick(), null, 0, 1000);

        private void Tick()
        {
            if (Interlocked.Increment(ref _users) > 1)
                _log.WriteLine("alive");
            Release();
        }

        private void Release()
        {
            if (Interlocked.Decrement(ref _users) == 0)
                _log.Dispose();
        }

        public void Dispose() => Release();
        """);

    [Fact]
    public static Task The_object_does_not_mind() => Rule.Check("""
        private sealed class Counter : IDisposable
        {
            private int _count;
            public void Add() => Interlocked.Increment(ref _count);
            public void Dispose() => Console.WriteLine(_count);
        }

        private readonly Counter _counter = new();

        public Test() => new Timer(_ => _counter.Add(), null, 0, 1000);

        public void Dispose() => _counter.Dispose();
        """);

    [Fact]
    public static Task Nobody_from_outside_disposes() => Rule.Check("""
        private readonly StreamWriter _log = new("log");

        public Test() => new Thread(Loop).Start();

        private void Loop()
        {
            _log.WriteLine("alive");
            _log.Dispose();
        }
        """);

    [Theory]
    [InlineData("return Task.Run(() => _log.WriteLine(1));")]
    [InlineData("var work = Task.Run(() => _log.WriteLine(1)); return work;")]
    public static Task The_caller_has_the_task(string code) => Rule.Check($$"""
        private readonly StreamWriter _log = new("log");

        public Task WriteAsync() { {{code}} }

        public void Dispose() => _log.Dispose();
        """);
}
