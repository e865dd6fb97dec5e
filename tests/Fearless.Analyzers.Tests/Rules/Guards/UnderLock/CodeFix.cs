using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnderLock, Fearless.CodeFixes.CallOutUnderLockFix>;

namespace Fearless.Analyzers.Tests.UnderLockRule;

public static class CodeFix
{
    [Fact]
    public static Task The_last_call_comes_after_the_lock() => Test.Fix("""
            private readonly CancellationTokenSource _stop = new();
            public CancellationToken Stopping => _stop.Token;
            public event Action<int>? Changed;

            public void Raise(int number)
            {
                lock (_a)
                {
                    _count += number;
                    {|FEAR3011:Changed?.Invoke(number)|};
                }
            }

            public void Stop()
            {
                lock (_a)
                {
                    _count = 0;
                    {|FEAR3011:_stop.Cancel()|};
                }

                Work();
            }
        """, """
            private readonly CancellationTokenSource _stop = new();
            public CancellationToken Stopping => _stop.Token;
            public event Action<int>? Changed;

            public void Raise(int number)
            {
                lock (_a)
                {
                    _count += number;
                }

                Changed?.Invoke(number);
            }

            public void Stop()
            {
                lock (_a)
                {
                    _count = 0;
                }

                _stop.Cancel();

                Work();
            }
        """);

    [Fact]
    public static Task Not_where_it_needs_what_is_protected() => Test.NoFix("""
            public event Action<int>? Changed;
            public void Raise()
            {
                lock (_a)
                {
                    _count++;
                    {|FEAR3011:Changed?.Invoke(_count)|};
                }
            }
        """);
}
