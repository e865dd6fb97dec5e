using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnderLock, Fearless.CodeFixes.CallOutUnderLockFix>;

namespace Fearless.Analyzers.Tests.UnderLockRule;

/// <summary>What is waited for, or called, is followed to its code: if that wants no lock, the one that is held is nobody's concern.</summary>
public static class InSight
{
    [Fact]
    public static Task Threads_of_a_list_that_end_by_themselves() => Test.Members("""
            private readonly List<Thread> _workers = [];
            private volatile bool _end;
            public void Grow() { lock (_a) { var worker = new Thread(Spin); _workers.Add(worker); worker.Start(); } }
            public void Stop() { lock (_a) { _end = true; foreach (var worker in _workers) worker.Join(); } }
            private void Spin() { while (!_end) Thread.SpinWait(20); }
        """);

    [Fact]
    public static Task Threads_of_a_list_one_of_which_comes_back() => Test.Members("""
            private readonly List<Thread> _workers = [];
            private volatile bool _end;
            public void Grow() { lock (_a) { _workers.Add(new Thread(Spin)); _workers.Add(new Thread(() => { lock (_a) _count++; })); } }
            public void Stop() { lock (_a) { _end = true; foreach (var worker in _workers) {|FEAR3010:worker.Join()|}; } }
            private void Spin() { while (!_end) Thread.SpinWait(20); }
        """);

    [Fact]
    public static Task A_task_whose_work_only_computes() => Test.Members("""
            private Task<int>? _sum;
            public void Begin(int[] xs) => _sum = Task.Run(() => { var sum = 0; foreach (var x in xs) sum += x; return sum; });
            public int End() { lock (_a) return _sum!.Result; }
        """);

    [Fact]
    public static Task A_task_whose_work_calls_a_helper_with_the_lock() => Test.Members("""
            private Task? _work;
            public void Begin() => _work = Task.Run(Note);
            public void End() { lock (_a) {|FEAR3010:_work!.Wait()|}; }
            private void Note() => Bump();
            private void Bump() { lock (_a) _count++; }
        """);

    [Fact]
    public static Task A_registration_whose_callback_is_a_lambda() => Test.Members("""
            private CancellationTokenRegistration _registration;
            private volatile bool _gone;
            public void Watch(CancellationToken token) => _registration = token.Register(() => _gone = true);
            public void Unwatch() { lock (_a) _registration.Dispose(); }
        """);

    [Fact]
    public static Task A_registration_that_may_be_another_ones() => Test.Members("""
            private CancellationTokenRegistration _registration;
            public void Watch(CancellationTokenRegistration registration) => _registration = registration;
            public void Unwatch() { lock (_a) {|FEAR3010:_registration.Dispose()|}; }
        """);

    [Fact]
    public static Task An_event_whose_setter_takes_nothing() => Test.Members("""
            private readonly ManualResetEventSlim _ready = new();
            public void Open() { _count = 1; _ready.Set(); }
            public void Pass() { lock (_a) _ready.Wait(); }
        """);

    [Fact]
    public static Task An_event_whose_setter_is_called_under_the_lock() => Test.Members("""
            private readonly ManualResetEventSlim _ready = new();
            public void Open() { lock (_a) Announce(); }
            private void Announce() => _ready.Set();
            public void Pass() { lock (_a) {|FEAR3010:_ready.Wait()|}; }
        """);

    [Fact]
    public static Task A_stored_callback_that_is_always_one_of_ours() => Test.Members("""
            private Action<int> _note = static x => Console.WriteLine(x);
            public void Quiet() => _note = static _ => { };
            public void Count() { lock (_a) _note(++_count); }
        """);

    [Fact]
    public static Task A_stored_callback_that_may_be_a_strangers() => Test.Members("""
            private Action<int> _note = static x => Console.WriteLine(x);
            public void Use(Action<int> note) => _note = note;
            public void Count() { lock (_a) {|FEAR3011:_note(++_count)|}; }
        """);

    [Fact]
    public static Task A_source_that_only_its_owner_asks() => Test.Members("""
            private readonly CancellationTokenSource _stop = new();
            public void Stop() { lock (_a) _stop.Cancel(); }
            public void Toil() { while (!_stop.Token.IsCancellationRequested) Thread.Yield(); }
        """);

    [Fact]
    public static Task A_wait_under_the_callees_own_lock_is_said_there() => Test.Source("""
        public sealed class Inner
        {
            private readonly object _own = new();
            public void Rest(Thread thread) { lock (_own) {|FEAR3010:thread.Join()|}; }
        }
        public sealed class Outer
        {
            private readonly object _gate = new();
            private readonly Inner _inner = new();
            public void Rest(Thread thread) { lock (_gate) _inner.Rest(thread); }
        }
        """);

    [Fact]
    public static Task A_task_that_the_callee_has_looked_at() => Test.Members("""
            public int Read(Task<int> task) { lock (_a) return ValueOf(task); }
            private static int ValueOf(Task<int> task) => task.IsCompletedSuccessfully ? task.Result : 0;
        """);
}
