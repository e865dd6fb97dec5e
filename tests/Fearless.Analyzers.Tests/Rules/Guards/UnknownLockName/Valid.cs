using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnknownLockName, Fearless.CodeFixes.UnknownLockNameFix>;

namespace Fearless.Analyzers.Tests.UnknownLockNameRule;

public static class Valid
{
    [Fact]
    public static Task Named() => Test.Silent("""
            private static readonly object s_gate = new();
            [GuardedBy(nameof(_a))] private int _x;
            [GuardedBy("this._a")] private int _y;
            [GuardedBy("this")] private int _z;
            [GuardedBy("Shop.s_gate")] private static int s_x;
            [RequiresLock("other._a")] public void M(Shop other) { }
            public Fearless.Mutex<int> Get { get; } = new(0);
            public Fearless.Mutex<int> Init { get; init; } = new(0);
            private Fearless.Mutex<int> _mine = new(0);
        """);
}
