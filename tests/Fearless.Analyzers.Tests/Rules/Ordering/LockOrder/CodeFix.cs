using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.LockOrder, Fearless.CodeFixes.LockOrderFix>;

namespace Fearless.Analyzers.Tests.LockOrderRule;

public static class CodeFix
{
    private const string First = "    public void First()\n    {\n        lock (_a)\n            lock (_b)\n                _count++;\n    }\n\n";

    [Fact]
    public static Task The_two_change_places() => Test.Fix(First + """
            public void Second()
            {
                lock (_b)
                {
                    lock ({|FEAR5001:_a|})
                    {
                        _count--;
                    }
                }
            }
        """, First + """
            public void Second()
            {
                lock (_a)
                {
                    lock (_b)
                    {
                        _count--;
                    }
                }
            }
        """);

    [Fact]
    public static Task The_inner_one_comes_first() => Test.Fix(First + """
            public void Second()
            {
                lock (_b)
                {
                    if (_count == 0)
                        return;
                    lock ({|FEAR5001:_a|})
                    {
                        _count--;
                        Work();
                    }
                }
            }
        """, First + """
            public void Second()
            {
                lock (_a)
                {
                    lock (_b)
                    {
                        if (_count == 0)
                            return;
                        _count--;
                        Work();
                    }
                }
            }
        """);

    [Fact]
    public static Task The_last_call_comes_after_the_lock() => Test.Fix(First + """
            public void Second()
            {
                lock (_b)
                {
                    _count--;
                    {|FEAR5001:Inner()|};
                }
            }

            private void Inner()
            {
                lock (_a)
                    Work();
            }
        """, First + """
            public void Second()
            {
                lock (_b)
                {
                    _count--;
                }

                Inner();
            }

            private void Inner()
            {
                lock (_a)
                    Work();
            }
        """);

    [Fact]
    public static Task Nothing_where_it_is_not_plain() => Test.NoFix(First + """
            public void Second()
            {
                lock (_b)
                {
                    {|FEAR5001:Inner()|};
                    _count--;
                }
            }

            private void Inner()
            {
                lock (_a)
                    Work();
            }
        """);
}
