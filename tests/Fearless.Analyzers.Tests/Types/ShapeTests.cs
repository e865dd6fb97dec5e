using Xunit;

namespace Fearless.Analyzers.Tests.Types;

/// <summary>Kinds of types, inheritance, generics and recursion.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Records()
    {
        Probe.Of("R", "public sealed record R(string A, ImmutableList<int> B);").IsSend().IsSync();
        Probe.Of("R", "public sealed record R(string A, List<int> B);").IsSend().IsNotSync("R.B is of type List<int>, which changes without a lock");
        Probe.Of("R", "public readonly record struct R(char File, int Rank);").IsSync();
        Probe.Of("R", "public sealed record R([property: AssumeSync(\"set once\")] List<int> B);").IsSync();
        Probe.Of("R", "public sealed record R([AssumeSync(\"set once\")] List<int> B);").IsSync();
        Probe.Of("R", "public record R(string A);").MayBeSync("it is neither sealed nor marked, and a derived class may be anything");
    }

    [Fact]
    public void A_struct_is_as_good_as_its_parts()
    {
        Probe.Of("S", "public struct S { public int X; public string Y; }").IsSend().IsSync();
        Probe.Of("S", "public struct S { public int[] X; }").IsNotSync();
        Probe.Of("S", "public ref struct S { public Tied X; }").IsNotSend();
        Probe.Of("S", "[System.Runtime.CompilerServices.InlineArray(4)] public struct S { private int _first; }").IsSend().IsSync();
        Probe.Of("S", "public unsafe struct S { public fixed int X[4]; }").IsNotSend();
        Probe.Of("C", "public struct S { public int X; } public sealed class C { private readonly S _s; }").IsSync();
    }

    [Fact]
    public void Enums_and_anonymous_parts() => Probe.Of("E[]", "public enum E { A }").IsSend().IsNotSync();

    [Fact]
    public void Generic_types_are_as_good_as_their_arguments()
    {
        const string box = "public sealed class Box<T> { private readonly T _x; public Box(T x) => _x = x; }";
        Probe.Of("Box<int>", box).IsSend().IsSync();
        Probe.Of("Box<Box<Tied>>", box).IsNotSend("Box._x -> Box._x is of type Tied, which is marked [NotSend] (tied to its thread)");
        Probe.Of("Box<TOpen>", box).MayBeSend("Box._x is of type TOpen, which is a type parameter without a [Send] bound");
        Probe.Of("Box<TSend>", box).IsSend();
        Probe.Of("C<int>.D", "public class C<T> { public sealed class D { public readonly T X = default!; } }").IsSync();
        Probe.Of("C<Cell>.D", "public class C<T> { public sealed class D { public readonly T X = default!; } }").IsNotSync();
    }

    [Fact]
    public void Constraints_bring_their_markers()
    {
        Probe.Of("C<J>", "[Send] public interface I; public sealed class J : I; public sealed class C<T> where T : I { public readonly T X = default!; }").IsSend();
        Probe.Of("object", "#pragma warning disable CS8618\n[Send] public interface I; public sealed class C<T> where T : I { public readonly T X; }").MayBeSend();
    }

    [Fact]
    public void Recursion_assumes_yes()
    {
        Probe.Of("Node", "public sealed class Node { public readonly Node? Next; public readonly int X; }").IsSend().IsSync();
        Probe.Of("A", "public sealed class A { public readonly B? B; } public sealed class B { public readonly A? A; public readonly int[]? X; }")
            .IsNotSync("A.B -> B.X is of type int[], which is an array, whose elements anybody may replace");
        Probe.Of("B", "public sealed class A { public readonly B? B; } public sealed class B { public readonly A? A; public readonly int[]? X; }")
            .IsNotSync("B.X is of type int[], which is an array, whose elements anybody may replace");
    }

    [Fact]
    public void An_answer_never_rests_on_an_assumption()
    {
        // A -> B -> A, and A -> X: when A is asked first, B looks fine until X is met.
        const string cycle = "public sealed class A { public readonly B? B; public readonly object? X; public A(object x) => X = x; } public sealed class B { public readonly A? A; }";
        Probe.Of("(A, B)", cycle).MayBeSync();
        Probe.Of("(B, A)", cycle).MayBeSync();
        Probe.Of("B", cycle).MayBeSync("B.A -> A.X is of type object, which may be anything");
    }

    [Fact]
    public void Types_that_grow_without_end_are_unknown() =>
        Probe.Of("Grow<int>", "public sealed class Grow<T> { public readonly Grow<List<T>>? Next; }").MayBeSend();

    [Fact]
    public void Bases_count()
    {
        Probe.Of("C", "public abstract class B { private int _x; protected void Set() => _x++; } public sealed class C : B;")
            .IsNotSync("its base B -> B._x changes without a lock (line 6)");
        Probe.Of("C", "public abstract class B { private readonly int _x; } public sealed class C : B;").IsSync();
        Probe.Of("C", "public sealed class C : MemoryStream;").IsNotSync("its base MemoryStream changes without a lock");
        Probe.Of("C", "public sealed class C : Exception;").IsSync();
        Probe.Of("C", "[NotSend(\"x\")] public abstract class B; public sealed class C : B;").IsNotSend("its base B is marked [NotSend] (x)");
    }

    [Fact]
    public void Markers_decide_and_are_inherited()
    {
        Probe.Of("C", "[Send, Sync] public class C { public List<int> X = new(); }").IsSend().IsSync();
        Probe.Of("C", "[AssumeSync(\"why not\")] public class C { public List<int> X = new(); }").IsSync().MayBeSend();
        Probe.Of("I", "[Send] public interface I;").IsSend().MayBeSync();
        Probe.Of("J", "[Send] public interface I; public interface J : I;").IsSend();
        Probe.Of("C", "[Sync] public interface I; public class C : I { public int X; }").IsSync();
        Probe.Of("C", "[NotSend] public interface I; public sealed class C : I;").IsNotSend("it is marked [NotSend]");
        Probe.Of("C", "[ThreadAffine(\"ui\")] public sealed class C;").IsNotSend("it belongs to one thread (ui)").IsNotSync();
        Probe.Of("D", "[Send] public delegate void D();").IsSend().MayBeSync();
    }

    [Fact]
    public void The_projects_own_catalog_counts() =>
        Probe.Of("IDisposable", "", [new CatalogFile("own.fearless.txt", "System.IDisposable send notsync")]).IsSend().IsNotSync();
}
