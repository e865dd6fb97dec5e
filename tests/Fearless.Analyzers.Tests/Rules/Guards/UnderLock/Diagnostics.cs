using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnderLock, Fearless.CodeFixes.CallOutUnderLockFix>;

namespace Fearless.Analyzers.Tests.UnderLockRule;

public static class Diagnostics
{
    [Fact]
    public static Task Waiting() => Test.Members("""
            private readonly Thread _thread = Borrowed();
            private static Thread Borrowed() => Thread.CurrentThread;
            private CancellationTokenRegistration _registration;
            public void Joins() { lock (_a) {|FEAR3010:_thread.Join()|}; }
            public int Results(Func<Task<int>> get) { lock (_a) { var task = get(); return {|FEAR3010:task.Result|}; } }
            public void Sleeps() { Monitor.Enter(_a); try { {|FEAR3010:Thread.Sleep(100)|}; } finally { Monitor.Exit(_a); } }
            public void Guarded() { using var guard = _m.Lock(); {|FEAR3010:Task.Delay(1).Wait()|}; }
            public void Unregisters() { lock (_a) {|FEAR3010:CleanUp()|}; }
            private void CleanUp() => _registration.Dispose();
        """);

    [Fact]
    public static Task Calling_out() => Test.Members("""
            private readonly List<Action> _callbacks = [];
            private readonly TaskCompletionSource _done = new();
            private readonly CancellationTokenSource _stop = new();
            public CancellationToken Stopping => _stop.Token;
            private readonly Queue<IDisposable> _pending = new();
            public event Action<int>? Changed;
            public void Raise() { lock (_a) {|FEAR3011:Changed?.Invoke(1)|}; }
            public void Stored() { lock (_a) {|FEAR3011:_callbacks[0]()|}; }
            public void Complete() { lock (_a) {|FEAR3011:_done.SetResult()|}; }
            public void Cancel() { lock (_a) {|FEAR3011:_stop.Cancel()|}; }
            public void Drain() { lock (_pending) {|FEAR3011:_pending.Dequeue().Dispose()|}; }
            public void Through() { lock (_a) {|FEAR3011:Apply()|}; }
            private void Apply() => Changed?.Invoke(2);
        """);

    [Fact]
    public static Task One_cause_is_said_once_for_each_lock() => Test.Members("""
            public event Action<int>? Changed;
            public void Twice(bool first)
            {
                lock (_a)
                {
                    if (first)
                        {|FEAR3011:Apply()|};
                    else
                        Apply();
                }
                lock (_b) {|FEAR3011:Apply()|};
            }
            private void Apply() => Changed?.Invoke(2);
        """);

    [Fact]
    public static Task Behind_an_override() => Test.Source("""
        public abstract class Target
        {
            private readonly object _gate = new();
            public void Log(string message) { lock (_gate) {|FEAR3010:Write(message)|}; }
            protected abstract void Write(string message);
        }
        public sealed class Box(SynchronizationContext ui) : Target
        {
            protected override void Write(string message) => ui.Send(_ => Console.WriteLine(message), null);
        }
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "public event Action? Changed; public void M() { lock (_a) {|#0:Changed!()|}; }", "FEAR3011",
        "'Changed' raises an event while '_a' is held (taken in line 29): that code may wait for another lock, or come back for this one; call it after the release");
}
