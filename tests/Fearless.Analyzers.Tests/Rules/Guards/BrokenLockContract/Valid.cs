using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.BrokenLockContract, Fearless.CodeFixes.TakeLockFix>;

namespace Fearless.Analyzers.Tests.BrokenLockContractRule;

public static class Valid
{
    [Fact]
    public static Task Kept() => Test.Silent("""
            [RequiresLock(nameof(_a))] private void Held() => _count++;
            [RequiresLock(nameof(_rw), Shared = true)] private void Reading() => C();
            [ExcludesLock(nameof(_b))] public void Outside() { lock (_b) Work(); }
            [RequiresLock("list")] private static void Of(List<int> list) => list.Clear();
            public Shop() => Held();
            public void Statement() { lock (_a) { Held(); Outside(); } }
            public void Explicit() { Monitor.Enter(_a); try { Held(); } finally { Monitor.Exit(_a); } }
            public void Reader() { _rw.EnterReadLock(); try { Reading(); } finally { _rw.ExitReadLock(); } }
            [RequiresLock(nameof(_a))] public void PassedOn() => Held();
            private void Helper() => Held();
            public void Calls() { lock (_a) Helper(); }
            public void Fresh() { var other = new Shop(); other.Held(); }
            public void Other(Shop other) { lock (other._a) other.Held(); }
            public void Argument() { lock (_list) Of(_list); }
        """);

    [Fact]
    public static Task Overrides_that_ask_for_as_much_or_less() => Test.Source("""
        public class Store
        {
            protected readonly object Gate = new();
            [RequiresLock(nameof(Gate))] protected virtual void Put() { }
            public void Add() { lock (Gate) Put(); }
        }
        public class Same : Store { [RequiresLock(nameof(Gate))] protected override void Put() { } }
        public class Less : Store { protected override void Put() { } }
        """);
}
