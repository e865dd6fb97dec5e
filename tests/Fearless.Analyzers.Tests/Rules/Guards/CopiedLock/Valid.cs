using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.CopiedLock, Fearless.CodeFixes.CopiedLockFix>;

namespace Fearless.Analyzers.Tests.CopiedLockRule;

public static class Valid
{
    [Fact]
    public static Task By_reference() => Test.Silent("""
            public struct Lane { private SpinLock _spin; public long Cars; public Lane(bool track) { _spin = new SpinLock(track); Cars = 0; } public void Pass() { var t = false; _spin.Enter(ref t); _spin.Exit(); } }
            private readonly Lane[] _lanes = new Lane[2];
            private Lane _one = new(false);
            private SpinLock _spin = new(false);
            public void All() { foreach (ref var lane in _lanes.AsSpan()) lane.Pass(); _lanes[0].Pass(); Take(ref _one); Look(in _one); ref var mine = ref _one; mine.Pass(); }
            private static void Take(ref Lane lane) => lane.Pass();
            private static long Look(in Lane lane) => lane.Cars;
            public void Local() { var fresh = new Lane(true); fresh.Pass(); var text = _one.Cars; }
        """);
}
