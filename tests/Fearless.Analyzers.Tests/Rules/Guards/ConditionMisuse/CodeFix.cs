using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.ConditionMisuse, Fearless.CodeFixes.ConditionMisuseFix>;

namespace Fearless.Analyzers.Tests.ConditionMisuseRule;

public static class CodeFix
{
    [Fact]
    public static Task A_loop_and_all_waiters() => Test.Fix("""
            private bool _closed;

            public int Take()
            {
                lock (_a)
                {
                    if (_list.Count == 0 && !_closed)
                        {|FEAR3012:Monitor.Wait(_a)|};
                    return _list[0];
                }
            }

            public void Close()
            {
                lock (_a)
                {
                    _closed = true;
                    {|FEAR3012:Monitor.Pulse(_a)|};
                }
            }
        """, """
            private bool _closed;

            public int Take()
            {
                lock (_a)
                {
                    while (_list.Count == 0 && !_closed)
                        Monitor.Wait(_a);
                    return _list[0];
                }
            }

            public void Close()
            {
                lock (_a)
                {
                    _closed = true;
                    Monitor.PulseAll(_a);
                }
            }
        """);

    [Fact]
    public static Task Not_for_a_lock_too_many() => Test.NoFix("""
            public void M() { lock (_a) lock (_b) while (C()) {|FEAR3012:Monitor.Wait(_b)|}; }
        """);
}
