using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnderLock, Fearless.CodeFixes.CallOutUnderLockFix>;

namespace Fearless.Analyzers.Tests.UnderLockRule;

public static class Valid
{
    [Fact]
    public static Task No_waiting() => Test.Silent("""
            private readonly Thread _thread = new(() => { });
            public void After() { lock (_a) _count++; _thread.Join(); }
            public void Look() { lock (_a) { _ = _thread.Join(0); _ = _sem.Wait(0); Thread.Sleep(0); } }
            public int Done(Task<int> task) { lock (_a) { return task.IsCompleted ? task.Result : 0; } }
            public void Started() { lock (_a) { _ = Task.Run(() => _thread.Join()); } }
            public async Task Async() { await _sem.WaitAsync(); try { await Task.Delay(1); } finally { _sem.Release(); } }
            public void Condition() { lock (_a) while (C()) Monitor.Wait(_a); }
            public void Optional() { lock (_a) Run(wait: false); }
            private void Run(bool wait) { if (wait) _thread.Join(); }
        """);

    [Fact]
    public static Task No_strangers() => Test.Silent("""
            private readonly Func<int> _factory = () => 1;
            private readonly TaskCompletionSource _later = new(TaskCreationOptions.RunContinuationsAsynchronously);
            private readonly CancellationTokenSource _stop = new();
            public event Action? Changed;
            public void Raise() { Action? changed; lock (_a) { _count++; changed = Changed; } changed?.Invoke(); }
            public int Make() { lock (_a) return _factory(); }
            public void Complete() { lock (_a) _later.TrySetResult(); }
            public void Cancelled() { lock (_a) _count++; _stop.Cancel(); }
            private void Locked(Action change) { lock (_a) change(); }
            public void Change() => Locked(() => _count++);
            public void Each() { lock (_a) { _list.ForEach(x => _count += x); Local(); void Local() => _count++; } }
            public void Owned(System.IO.Stream stream) { lock (_a) stream.Dispose(); }
        """);

    [Fact]
    public static Task An_operator_that_keeps_the_calls_apart() => Test.Silent("""
            private sealed class Merge(IObserver<int> target) : IObserver<int>
            {
                private readonly object _gate = new();
                public void OnNext(int value) { lock (_gate) target.OnNext(value); }
                public void OnError(Exception error) { lock (_gate) target.OnError(error); }
                public void OnCompleted() { lock (_gate) target.OnCompleted(); }
            }
        """);

    [Fact]
    public static Task An_operator_that_calls_through_its_base() => Test.Silent("""
            private abstract class Sink(IObserver<int> target)
            {
                protected void Forward(int value) => target.OnNext(value);
            }
            private sealed class Merge(IObserver<int> target) : Sink(target), IObserver<int>
            {
                private readonly object _gate = new();
                public void OnNext(int value) { lock (_gate) Forward(value); }
                public void OnError(Exception error) { }
                public void OnCompleted() { }
            }
        """);
}
