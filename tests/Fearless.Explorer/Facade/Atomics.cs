using System.Runtime.CompilerServices;
using System.Threading;
using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>The production facade's twin: the same operations, with a scheduling point before each.</summary>
internal static class Atomics
{
    public static int Read(ref readonly int location) { Point(); return location; }

    public static long Read(ref readonly long location) { Point(); return location; }

    public static T Read<T>(ref readonly T location) where T : class? { Point(); return location; }

    public static void Write(ref int location, int value, [CallerMemberName] string member = "")
    {
        Point();
        if (!Fault.Hits(Operation.Store, member)) location = value;
    }

    public static void Write(ref long location, long value, [CallerMemberName] string member = "")
    {
        Point();
        if (!Fault.Hits(Operation.Store, member)) location = value;
    }

    public static void Write<T>(ref T location, T value, [CallerMemberName] string member = "") where T : class?
    {
        Point();
        if (!Fault.Hits(Operation.Store, member)) location = value;
    }

    public static int CompareExchange(ref int location, int value, int expected, [CallerMemberName] string member = "")
    {
        Point();
        int seen = location;
        if (Fault.Hits(Operation.Atomicity, member)) Point();
        if (seen == expected) location = value;
        return seen;
    }

    public static long CompareExchange(ref long location, long value, long expected, [CallerMemberName] string member = "")
    {
        Point();
        long seen = location;
        if (Fault.Hits(Operation.Atomicity, member)) Point();
        if (seen == expected) location = value;
        return seen;
    }

    public static T CompareExchange<T>(ref T location, T value, T expected, [CallerMemberName] string member = "") where T : class?
    {
        Point();
        T seen = location;
        if (Fault.Hits(Operation.Atomicity, member)) Point();
        if (ReferenceEquals(seen, expected)) location = value;
        return seen;
    }

    public static int Exchange(ref int location, int value, [CallerMemberName] string member = "")
    {
        Point();
        int seen = location;
        if (Fault.Hits(Operation.Atomicity, member)) Point();
        location = value;
        return seen;
    }

    public static long Exchange(ref long location, long value, [CallerMemberName] string member = "")
    {
        Point();
        long seen = location;
        if (Fault.Hits(Operation.Atomicity, member)) Point();
        location = value;
        return seen;
    }

    public static T Exchange<T>(ref T location, T value, [CallerMemberName] string member = "") where T : class?
    {
        Point();
        T seen = location;
        if (Fault.Hits(Operation.Atomicity, member)) Point();
        location = value;
        return seen;
    }

    public static int Add(ref int location, int value, [CallerMemberName] string member = "")
    {
        Point();
        int seen = location;
        if (Fault.Hits(Operation.Atomicity, member)) Point();
        return location = seen + value;
    }

    public static long Add(ref long location, long value, [CallerMemberName] string member = "")
    {
        Point();
        long seen = location;
        if (Fault.Hits(Operation.Atomicity, member)) Point();
        return location = seen + value;
    }

    public static int Or(ref int location, int bits) { Point(); return Interlocked.Or(ref location, bits); }

    public static int And(ref int location, int bits) { Point(); return Interlocked.And(ref location, bits); }

    /// <summary>Interleavings are sequentially consistent but for Asymmetric, so a fence of one's own has nothing to do.</summary>
    public static void Fence() => Point();

    private static void Point() => Execution.Controlling?.Point();
}
