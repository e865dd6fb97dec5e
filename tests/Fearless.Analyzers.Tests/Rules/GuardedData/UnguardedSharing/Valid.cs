using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.UnguardedSharing, Fearless.CodeFixes.VolatileFieldFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnguardedSharingRule;

public static class Valid
{
    [Fact]
    public static Task One_lock_for_both() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _count;
        public void Start() => Task.Run(() => { lock (_gate) _count++; });
        public void Add() { lock (_gate) _count++; }
        """));

    [Fact]
    public static Task A_volatile_flag() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private volatile bool _stopped;
        public void Start() => new Thread(() => { while (!_stopped) Thread.Sleep(1); }).Start();
        public void Stop() => _stopped = true;
        """));

    [Fact]
    public static Task Only_before_the_start_and_after_the_end() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private int _count;
        public async Task RunAsync()
        {
            _count = 1;
            var task = Task.Run(() => _count++);
            await task;
            _count++;
        }
        """));

    [Fact]
    public static Task Joined_by_another_member() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private Thread? _thread;
        private int _count;
        public void Start() { _thread = new Thread(() => _count++); _thread.Start(); }
        public int Stop() { _thread!.Join(); return _count; }
        """));

    [Fact]
    public static Task Settings_are_made_before_the_start() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        public int Pause { get; set; } = 10;
        public void Start() => new Thread(() => Thread.Sleep(Pause)).Start();
        """));

    [Fact]
    public static Task A_concurrent_collection() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly ConcurrentBag<int> _items = new();
        public void Run(int[] xs) => Parallel.ForEach(xs, x => _items.Add(x));
        """));

    [Fact]
    public static Task Each_run_has_its_own() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        public void Run(int[] xs) => Parallel.ForEach(xs, x => { var items = new List<int>(); items.Add(x); });
        """));

    [Fact]
    public static Task Elements_are_changed_atomically() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly int[] _hits = new int[24];
        public void Run(int[] xs) => Parallel.ForEach(xs, x => Interlocked.Increment(ref _hits[x]));
        """));

    [Fact]
    public static Task The_callback_of_a_timer_alone() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly Timer _timer;
        private int _ticks;
        public Test() => _timer = new Timer(_ => _ticks++, null, 0, 1000);
        """));

    [Fact]
    public static Task Set_up_before_a_helper_starts_the_work() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private List<int>? _items;
        public void Execute()
        {
            _items = new List<int>();
            _items.Add(1);
            StartAll();
        }
        private void StartAll() => new Thread(() => Console.WriteLine(_items!.Count)).Start();
        """));

    [Fact]
    public static Task A_step_of_the_loop_that_derived_types_see() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private long _last;
        public void Start() => new Thread(() => { while (Step()) { } }).Start();
        protected bool Step() { _last++; return _last < 5; }
        """));

    [Fact]
    public static Task Joined_with_a_configured_await() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private Task? _loop;
        private CancellationTokenSource? _timeout;
        public void Start() => _loop = Task.Run(() => { _timeout = new CancellationTokenSource(); });
        public async Task CloseAsync()
        {
            if (_loop != null)
                await _loop.ConfigureAwait(false);
            _timeout?.Dispose();
            _timeout = null;
        }
        """));

    [Fact]
    public static Task The_timer_that_comes_later() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private Timer? _timer;
        public void Start() => _timer = new Timer(Tick, null, 200, Timeout.Infinite);
        private void Tick(object? state) => _timer?.Change(200, Timeout.Infinite);
        """));

    [Fact]
    public static Task Members_of_the_object_that_are_apart() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private sealed class Session
        {
            private int _sent, _received;
            public void Send() => _sent++;
            public void Receive() => _received++;
        }
        private readonly Session _session = new();
        public void Start() => new Thread(() => { while (true) _session.Receive(); }).Start();
        public void Send() => _session.Send();
        """));

    [Fact]
    public static Task A_reference_that_is_handed_on() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private string? _token;
        public string? Token => _token;
        public void Start() => Task.Run(async () => { while (true) { _token = "a"; await Task.Delay(5); } });
        """));

    [Fact]
    public static Task A_task_that_is_returned_is_the_callers_to_await() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _column;
        public ValueTask<int> SeekAsync(int column)
        {
            lock (_gate) { }
            return _column >= column ? new(_column) : Core(column);

            async ValueTask<int> Core(int column)
            {
                await Task.Yield();
                return _column = column;
            }
        }
        public Task<int> NextAsync()
        {
            if (_column == 0)
                return Core();
            return Task.FromResult(_column);
            async Task<int> Core() { await Task.Yield(); return ++_column; }
        }
        public void Reset() => _column = 0;
        """));

    [Fact]
    public static Task An_async_loop_that_comes_back_to_its_context() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly Queue<int> _items = new();
        private Task? _loop;
        public void Start() => _loop = PumpAsync();
        public void Post(int item) => _items.Enqueue(item);
        private async Task PumpAsync()
        {
            while (true)
            {
                await Task.Delay(50);
                while (_items.Count > 0)
                    Console.WriteLine(_items.Dequeue());
            }
        }
        """));

    [Fact]
    public static Task A_result_behind_a_volatile_flag() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private volatile bool _done;
        private string? _result;
        public void Run() => Task.Run(() =>
        {
            _result = "x";
            _done = true;
        });
        public string? TryGet() => _done ? _result : null;
        """));

    [Fact]
    public static Task An_async_iterator_runs_for_whoever_asks() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private IAsyncEnumerator<int>? _current;
        private int _last;
        public IAsyncEnumerator<int> Start()
        {
            _current = ReadAll();
            return _current;
        }
        private async IAsyncEnumerator<int> ReadAll()
        {
            while (true)
            {
                await Task.Yield();
                yield return ++_last;
            }
        }
        public void Reset() => _last = 0;
        """));

    [Fact]
    public static Task Work_that_is_kept_and_handed_back() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private Task? _opening;
        private string? _description;
        public Task OpenAsync()
        {
            lock (_gate)
            {
                if (_opening == null)
                    _opening = OpenOnceAsync();
                return _opening;
            }
        }
        private async Task OpenOnceAsync()
        {
            await Task.Delay(1).ConfigureAwait(false);
            _description = "open";
        }
        public int Length() => _description!.Length;
        public void Rename() => _description = "other";
        """));
}
