using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.CopiedLock, Fearless.CodeFixes.CopiedLockFix>;

namespace Fearless.Analyzers.Tests.CopiedLockRule;

public static class CodeFix
{
    [Fact]
    public static Task A_locked_field_is_not_readonly() => Test.Fix(
        "    private readonly SpinLock {|FEAR3015:_spin|} = new(false);",
        "    private SpinLock _spin = new(false);");

    [Fact]
    public static Task A_local_is_a_reference() => Test.Fix("""
            public struct Lane { private SpinLock _spin; public void Pass() { var t = false; _spin.Enter(ref t); _spin.Exit(); } }
            private readonly Lane[] _lanes = new Lane[2];
            private Lane _own;
            public void Local()
            {
                var lane = {|FEAR3015:_lanes[0]|};
                Lane own = {|FEAR3015:_own|};
                lane.Pass();
                own.Pass();
            }
        """, """
            public struct Lane { private SpinLock _spin; public void Pass() { var t = false; _spin.Enter(ref t); _spin.Exit(); } }
            private readonly Lane[] _lanes = new Lane[2];
            private Lane _own;
            public void Local()
            {
                ref var lane = ref _lanes[0];
                ref Lane own = ref _own;
                lane.Pass();
                own.Pass();
            }
        """);

    [Fact]
    public static Task Not_across_an_await() => Test.NoFix("""
            public struct Lane { private SpinLock _spin; public void Pass() { var t = false; _spin.Enter(ref t); _spin.Exit(); } }
            private readonly Lane[] _lanes = new Lane[2];
            public async Task Local() { var lane = {|FEAR3015:_lanes[0]|}; await Task.Yield(); lane.Pass(); }
        """);
}
