using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.CopiedLock, Fearless.CodeFixes.CopiedLockFix>;

namespace Fearless.Analyzers.Tests.CopiedLockRule;

public static class Diagnostics
{
    [Fact]
    public static Task Copies() => Test.Members("""
            public struct Lane { private SpinLock _spin; public void Pass() { var t = false; _spin.Enter(ref t); _spin.Exit(); } }
            private readonly Lane[] _lanes = new Lane[2];
            private readonly SpinLock {|FEAR3015:_spin|} = new(false);
            public void Loop() { foreach (var lane in {|FEAR3015:_lanes|}) lane.Pass(); }
            public void Local() { var lane = {|FEAR3015:_lanes[0]|}; lane.Pass(); }
            public void Argument() => Take({|FEAR3015:_lanes[0]|});
            private static void Take(Lane lane) => lane.Pass();
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "private readonly SpinLock {|#0:_spin|} = new(false);", "FEAR3015",
        "'_spin' (a SpinLock) is read-only, so every call works on a copy, and a copy of a lock excludes nobody: take out 'readonly'");
}
