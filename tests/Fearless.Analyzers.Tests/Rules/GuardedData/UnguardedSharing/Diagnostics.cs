using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.UnguardedSharing, Fearless.CodeFixes.VolatileFieldFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnguardedSharingRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_stop_flag() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private bool _stopped;
            public void Start() => {|#1:new Thread(() => { while (!{|#2:_stopped|}) Thread.Sleep(1); }).Start()|};
            public void Stop() => {|#0:_stopped|} = true;
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithLocation(2).WithArguments("_stopped", "written", "while the work started at line 12", "reading it", "line 12", "", "make it volatile, or take one lock for both").WithProperty("Member", "_stopped"));

    [Fact]
    public static Task The_work_is_the_one_that_writes() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private long _ended;
            public void Start() => {|#1:new Thread(() => {|#0:_ended|} = Environment.TickCount64).Start()|};
            public long Ended => {|#2:_ended|};
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithLocation(2).WithArguments("_ended", "written", "by the work started at line 12 while others", "reading it", "line 13", "", "take one lock for both, or make the accesses atomic"));

    [Fact]
    public static Task A_list_that_a_parallel_loop_fills() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly List<int> _items = new();
            public void Run(int[] xs) => Parallel.ForEach(xs, x => [|_items|].Add(x));
            """));

    [Fact]
    public static Task A_timer_and_a_caller() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly Timer _timer;
            private List<string>? _lines = new();
            public Test() => _timer = new Timer(_ => Flush(), null, 0, 1000);
            public void Add(string line) => [|_lines|]!.Add(line);
            private void Flush() { foreach (var line in _lines!) Console.WriteLine(line); _lines!.Clear(); }
            """));

    [Fact]
    public static Task An_object_whose_methods_change_it() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly Cache _cache = new();
            public void Start() { for (var i = 0; i < 4; i++) new Thread(Work).Start(); }
            private void Work() => [|_cache|].Put("a");
            private sealed class Cache
            {
                private readonly Dictionary<string, int> _items = new();
                public void Put(string key) => _items[key] = 1;
            }
            """));

    [Fact]
    public static Task While_the_work_of_the_same_member_runs() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private decimal _last;
            public async Task RunAsync()
            {
                var task = Task.Run(() => { [|_last|] = 5m; });
                Console.WriteLine(_last);
                await task;
            }
            """));

    [Fact]
    public static Task A_thread_that_another_member_starts() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly Thread _thread;
        private readonly Queue<int> _queue = new();
        public Test() => _thread = new Thread(Loop) { IsBackground = true };
        public void Start() => _thread.Start();
        public void Add(int x) => [|_queue|].Enqueue(x);
        private void Loop() { while (true) { if (_queue.Count > 0) _queue.Dequeue(); } }
        """));

    [Fact]
    public static Task Many_members_of_one_work_are_one_finding() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private int _a, _b, _c, _d, _e, _f;
            public void Start() => {|#1:new Thread(Run).Start()|};
            public void Clear() => {|#0:_a|} = {|#3:_b|} = {|#4:_c|} = {|#5:_d|} = {|#6:_e|} = {|#7:_f|} = 0;
            private void Run() => Console.WriteLine({|#2:_a|} + _b + _c + _d + _e + _f);
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithLocation(2).WithLocation(3).WithLocation(4).WithLocation(5).WithLocation(6).WithLocation(7)
            .WithArguments("_a", "written", "while the work started at line 12", "reading it", "line 14", ", and so are '_b', '_c', '_d' and 2 other members", "make it volatile, or take one lock for both").WithProperty("Member", "_a"));

    [Fact]
    public static Task An_async_loop_that_is_left_to_itself() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly Queue<int> _items = new();
        private Task? _loop;
        public void Start() => _loop = PumpAsync();
        public void Post(int item) => [|_items|].Enqueue(item);
        private async Task PumpAsync()
        {
            while (true)
            {
                await Task.Delay(50).ConfigureAwait(false);
                while (_items.Count > 0)
                    Console.WriteLine(_items.Dequeue());
            }
        }
        """));
}
