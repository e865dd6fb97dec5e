using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.ConditionMisuse, Fearless.CodeFixes.ConditionMisuseFix>;

namespace Fearless.Analyzers.Tests.ConditionMisuseRule;

public static class CodeFix
{
    [Fact]
    public static Task The_if_becomes_a_loop() => Test.Fix("""
            public int Take()
            {
                lock (_a)
                {
                    // Until there is one.
                    if (_list.Count == 0)
                        {|FEAR3012:Monitor.Wait(_a)|};
                    return _list[0];
                }
            }
        """, """
            public int Take()
            {
                lock (_a)
                {
                    // Until there is one.
                    while (_list.Count == 0)
                        Monitor.Wait(_a);
                    return _list[0];
                }
            }
        """);

    [Fact]
    public static Task All_waiters_are_woken() => Test.Fix("""
            private bool _closed;

            public int Take()
            {
                lock (_a)
                {
                    while (_list.Count == 0 && !_closed)
                        Monitor.Wait(_a);
                    return _list.Count;
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
                    return _list.Count;
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
