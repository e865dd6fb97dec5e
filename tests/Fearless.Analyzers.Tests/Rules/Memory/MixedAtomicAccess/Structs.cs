using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Analyzers.Tests.MixedAtomicAccessRule;

/// <summary>Fields of structs are locations of their own; what is asked of a copy is nobody else's.</summary>
public static class Structs
{
    private const string Ends = "private struct Ends { public long Head; public long Tail; public void Zero() { Head = 0; Tail = 0; } }\n";

    [Fact]
    public static Task Another_part() => TypeTest<MixedAtomicAccess>.Verify(Ends + """
        private Ends _ends;
        public long Claim() => Interlocked.Increment(ref _ends.Head);
        public void Take() { var at = _ends.Tail; if (at > 0) _ends.Tail = at - 1; }
        """);

    [Fact]
    public static Task The_same_part() => TypeTest<MixedAtomicAccess>.Verify(Ends + """
        private Ends _ends;
        public long Claim() => Interlocked.Increment(ref _ends.Head);
        public void Take() { if (_ends.Tail > 0) [|_ends.Head|]--; }
        """);

    [Fact]
    public static Task The_same_part_of_another_place() => TypeTest<MixedAtomicAccess>.Verify(Ends + """
        private Ends _shared, _own;
        public long Claim() => Interlocked.Increment(ref _shared.Head);
        public void Step() => _own.Head++;
        """);

    [Fact]
    public static Task A_call_that_stores_plainly() => TypeTest<MixedAtomicAccess>.Verify(Ends + """
        private Ends _ends;
        public long Claim() => Interlocked.Increment(ref _ends.Head);
        public void Reset() => [|_ends|].Zero();
        """);

    [Fact]
    public static Task A_call_that_stores_in_one_step() => TypeTest<MixedAtomicAccess>.Verify("""
        private struct Ends { public long Head; public long Tail; public void Renew() => Volatile.Write(ref Head, 0); public readonly bool IsOpen => Tail > 0; }
        private Ends _ends;
        public long Claim() => Interlocked.Increment(ref _ends.Head);
        public void Reset() => _ends.Renew();
        public bool IsOpen => _ends.IsOpen;
        """);

    [Fact]
    public static Task Parts_that_lie_over_each_other() => TypeTest<MixedAtomicAccess>.Verify("""
        [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Explicit)]
        private struct Place
        {
            [System.Runtime.InteropServices.FieldOffset(0)] public int Offset;
            [System.Runtime.InteropServices.FieldOffset(4)] public int Page;
            [System.Runtime.InteropServices.FieldOffset(0)] public long Both;
        }
        private Place _tail;
        public long Claim() => Interlocked.Increment(ref _tail.Both);
        public void Turn() { {|#0:_tail|}.Page++; }
        """, TypeTest<MixedAtomicAccess>.Finding().WithLocation(0).WithMessage("'_tail' is written plainly here, but through Interlocked at line 18: make this write atomic as well, or guard all of them with one lock"));

    [Fact]
    public static Task Asked_of_copies() => TypeTest<MixedAtomicAccess>.Verify("""
        private readonly Entry[] _all = new Entry[4];
        public bool Offer(int at, int word) => _all[at].TrySet(word);
        private struct Entry
        {
            private int _word;
            public readonly bool IsFree => _word == 0;
            public bool TrySet(int word) { var old = this; return old.IsFree && Interlocked.CompareExchange(ref _word, word, old._word) == old._word; }
        }
        """);

    [Fact]
    public static Task Asked_in_place() => TypeTest<MixedAtomicAccess>.Verify("""
        private readonly Entry[] _all = new Entry[4];
        public bool Offer(int at, int word) { while (_all[at].IsTaken()) ; return _all[at].TrySet(word); }
        private struct Entry
        {
            private int _word;
            public readonly bool IsTaken() { while ([|_word|] != 0) ; return true; }
            public bool TrySet(int word) => Interlocked.CompareExchange(ref _word, word, 0) == 0;
        }
        """);

    [Fact]
    public static Task Another_name_is_no_atomic() => TypeTest<MixedAtomicAccess>.Verify("""
        private long _row;
        private static int s_open;
        public Test() => Interlocked.Increment(ref s_open);
        public ref long Current => ref System.Runtime.CompilerServices.Unsafe.AsRef(in _row);
        public void Next() => _row++;
        """);

    [Fact]
    public static Task Another_name_that_is_used_in_one_step() => TypeTest<MixedAtomicAccess>.Verify("""
        private uint _row;
        public void Claim() => Interlocked.Increment(ref System.Runtime.CompilerServices.Unsafe.As<uint, int>(ref _row));
        public void Next() => [|_row|]++;
        """);

    [Fact]
    public static Task One_finding_for_a_field() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public void Add() => Interlocked.Increment(ref _n);
        public void Clear() => _n = 7;
        public void Drop() => [|_n|]--;
        public bool Wait() { while (_n > 0) ; return true; }
        """);

    [Fact]
    public static Task Looks_are_by_the_letter() => TypeTest<MixedAtomicAccess>.Verify("""
        private int _n;
        public void Add() => Interlocked.Exchange(ref _n, 4);
        public bool Any => {|#0:_n|} > 0;
        public bool Many => _n > 9;
        """, TypeTest<MixedAtomicAccess>.Finding().WithLocation(0).WithSeverity(DiagnosticSeverity.Info));
}
