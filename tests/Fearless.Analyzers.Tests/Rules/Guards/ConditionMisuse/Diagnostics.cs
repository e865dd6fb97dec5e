using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.ConditionMisuse, Fearless.CodeFixes.ConditionMisuseFix>;

namespace Fearless.Analyzers.Tests.ConditionMisuseRule;

public static class Diagnostics
{
    [Fact]
    public static Task Not_tested_again() => Test.Members("""
            public int Take() { lock (_a) { if (_list.Count == 0) {|FEAR3012:Monitor.Wait(_a)|}; return _list[0]; } }
            public void Outside() { while (C()) { lock (_a) {|FEAR3012:Monitor.Wait(_a, 1000)|}; } }
            public void Guard(Condvar changed) { using var guard = _n.Lock(); {|FEAR3012:changed.Wait(guard)|}; Work(); }
        """);

    [Fact]
    public static Task The_wrong_lock() => Test.Members("""
            public void Other() { lock (_a) while (C()) {|FEAR3012:Monitor.Wait(_b)|}; }
            public void Pulsed() { lock (_a) { _count++; {|FEAR3012:Monitor.PulseAll(_b)|}; } }
            public void Second() { lock (_a) lock (_b) while (C()) {|FEAR3012:Monitor.Wait(_b)|}; }
        """);

    [Fact]
    public static Task Pulsed_too_early_or_for_too_few() => Test.Members("""
            private bool _closed;
            public void Complete()
            {
                lock (_a) { {|FEAR3012:Monitor.PulseAll(_a)|}; }
                lock (_a) { _closed = true; }
            }
            public int Take() { lock (_b) { while (_list.Count == 0 && !_closed) Monitor.Wait(_b); return _list.Count; } }
            public void Close() { lock (_b) { _closed = true; {|FEAR3012:Monitor.Pulse(_b)|}; } }
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "public void M() { lock (_a) lock (_b) while (C()) {|#0:Monitor.Wait(_b)|}; }", "FEAR3012",
        "waiting on '_b' releases only that lock; '_a' (line 29) stays held: whoever is to announce the condition may need it: release it before the wait");
}
