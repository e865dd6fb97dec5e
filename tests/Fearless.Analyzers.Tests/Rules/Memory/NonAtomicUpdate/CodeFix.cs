using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.NonAtomicUpdateRule;

/// <summary>The steps become one.</summary>
public static class CodeFix
{
    [Fact]
    public static Task Interlocked() => TypeTest<NonAtomicUpdate>.Fix<NonAtomicUpdateFix>("""
        private volatile int _n;
        private volatile int[] _hits = new int[24];
        public void Add() => [|_n|]++;
        public void Add(int by)
        {
            [|_n|] += by; // all of them
            [|_n|] = _n - 1;
            [|_hits[by]|]++;
        }
        """, """
        private volatile int _n;
        private volatile int[] _hits = new int[24];
        public void Add() => Interlocked.Increment(ref _n);
        public void Add(int by)
        {
            Interlocked.Add(ref _n, by); // all of them
            Interlocked.Decrement(ref _n);
            Interlocked.Increment(ref _hits[by]);
        }
        """);

    [Fact]
    public static Task FetchUpdate() => TypeTest<NonAtomicUpdate>.Fix<NonAtomicUpdateFix>("""
        private readonly Fearless.Atomic<long> _mean = new(0);
        public void Observe(long value)
        {
            // A moving mean.
            var known = _mean.Load();
            [|_mean|].Store(known + (value - known) / 8);
        }
        """, """
        private readonly Fearless.Atomic<long> _mean = new(0);
        public void Observe(long value)
        {
            // A moving mean.
            _mean.FetchUpdate(known => known + (value - known) / 8);
        }
        """);

    [Fact]
    public static Task CompareExchange() => TypeTest<NonAtomicUpdate>.Fix<NonAtomicUpdateFix>("""
        private int _creating;
        public void Create()
        {
            if (Volatile.Read(ref [|_creating|]) == 0)
            {
                Volatile.Write(ref _creating, 1);
                Console.WriteLine("created");
            }
        }
        """, """
        private int _creating;
        public void Create()
        {
            if (Interlocked.CompareExchange(ref _creating, 1, 0) == 0)
            {
                Console.WriteLine("created");
            }
        }
        """);

    [Fact]
    public static Task One_read() => TypeTest<NonAtomicUpdate>.Fix<NonAtomicUpdateFix>("""
        private int _state;
        public void Set(int value) => Volatile.Write(ref _state, value);
        public int Ask()
        {
            if (Volatile.Read(ref _state) == 1)
                return 1;
            else if (Volatile.Read(ref [|_state|]) == 2)
                return 2;
            return 0;
        }
        """, """
        private int _state;
        public void Set(int value) => Volatile.Write(ref _state, value);
        public int Ask()
        {
            var state = Volatile.Read(ref _state);
            if (state == 1)
                return 1;
            else if (state == 2)
                return 2;
            return 0;
        }
        """);
}
