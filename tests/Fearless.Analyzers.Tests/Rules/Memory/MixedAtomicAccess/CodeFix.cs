using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.MixedAtomicAccessRule;

/// <summary>The plain access becomes atomic.</summary>
public static class CodeFix
{
    [Fact]
    public static Task Reads_and_writes_of_a_counter() => TypeTest<MixedAtomicAccess>.Fix<MixedAtomicAccessFix>("""
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public void Clear()
        {
            // From the start again.
            _n = 0;
        }
        public void More(int by)
        {
            [|_n|] += by;
            _n++;
            _n = _n + 2;
        }
        public bool Any() { while (_n == 0) ; return true; }
        """, """
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public void Clear()
        {
            // From the start again.
            Interlocked.Exchange(ref _n, 0);
        }
        public void More(int by)
        {
            Interlocked.Add(ref _n, by);
            Interlocked.Increment(ref _n);
            Interlocked.Add(ref _n, 2);
        }
        public bool Any() { while (Volatile.Read(ref _n) == 0) ; return true; }
        """);

    [Fact]
    public static Task A_flag_behind_Volatile() => TypeTest<MixedAtomicAccess>.Fix<MixedAtomicAccessFix>("""
        private bool _stop;
        private long _bytes;
        public void Stop() => Volatile.Write(ref _stop, true);
        public void Reset() => [|_stop|] = false;
        public void Count() => Interlocked.Increment(ref _bytes);
        public long Bytes => [|_bytes|];
        """, """
        private bool _stop;
        private long _bytes;
        public void Stop() => Volatile.Write(ref _stop, true);
        public void Reset() => Volatile.Write(ref _stop, false);
        public void Count() => Interlocked.Increment(ref _bytes);
        public long Bytes => Interlocked.Read(ref _bytes);
        """);

    [Fact]
    public static Task A_step_whose_old_value_is_returned() => TypeTest<MixedAtomicAccess>.Fix<MixedAtomicAccessFix>("""
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public int Next()
        {
            return [|_n|]++;
        }
        """, """
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public int Next()
        {
            return Interlocked.Increment(ref _n) - 1;
        }
        """);
}
