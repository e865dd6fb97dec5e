using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnorderedPair, Fearless.CodeFixes.UnorderedPairFix>;

namespace Fearless.Analyzers.Tests.UnorderedPairRule;

public static class CodeFix
{
    [Fact]
    public static Task By_the_key_that_there_is() => Test.Fix("""
            public int Id { get; } = 1;

            public void Move(Shop other)
            {
                lock (_a)
                {
                    lock ({|FEAR5003:other._a|})
                    {
                        _count += other._count;
                    }
                }
            }
        """, """
            public int Id { get; } = 1;

            public void Move(Shop other)
            {
                var (first, second) = Id < other.Id ? (_a, other._a) : (other._a, _a);
                lock (first)
                {
                    lock (second)
                    {
                        _count += other._count;
                    }
                }
            }
        """);

    [Fact]
    public static Task By_the_place_in_the_array() => Test.Fix("""
            private readonly object[] _forks = [new(), new()];

            public void Eat(int seat)
            {
                lock (_forks[seat])
                    lock ({|FEAR5003:_forks[(seat + 1) % 2]|})
                        Work();
            }
        """, """
            private readonly object[] _forks = [new(), new()];

            public void Eat(int seat)
            {
                lock (_forks[Math.Min(seat, (seat + 1) % 2)])
                    lock (_forks[Math.Max(seat, (seat + 1) % 2)])
                        Work();
            }
        """);

    [Fact]
    public static Task Nothing_where_a_call_takes_the_lock() => Test.NoFix("""
            public void Move(Shop other)
            {
                lock (_a)
                {
                    _count += {|FEAR5003:other.Sum()|};
                }
            }

            private int Sum()
            {
                lock (_a)
                    return _count;
            }
        """);
}
