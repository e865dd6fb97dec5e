using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.BrokenLockContract, Fearless.CodeFixes.TakeLockFix>;

namespace Fearless.Analyzers.Tests.BrokenLockContractRule;

public static class Diagnostics
{
    [Fact]
    public static Task Broken() => Test.Members("""
            [RequiresLock(nameof(_a))] private void Held() => _count++;
            [ExcludesLock(nameof(_b))] private void Outside() { lock (_b) Work(); }
            [RequiresLock("list")] private static void Of(List<int> list) => list.Clear();
            public void Without() => {|FEAR3018:Held()|};
            public void Wrong() { lock (_b) {|FEAR3018:Held()|}; }
            public void After() { lock (_a) Held(); {|FEAR3018:Held()|}; }
            public void Other(Shop other) { lock (_a) {|FEAR3018:other.Held()|}; }
            public void Argument() { {|FEAR3018:Of(_list)|}; }
            public void Excluded() { lock (_b) {|FEAR3018:Outside()|}; }
        """);

    [Fact]
    public static Task Overrides_that_ask_for_more() => Test.Source("""
        public class Store
        {
            protected readonly object Gate = new();
            [RequiresLock(nameof(Gate))] protected virtual void Put() { }
            public void Add() { lock (Gate) Put(); }
        }
        public class More : Store
        {
            private readonly object _index = new();
            [{|FEAR3018:RequiresLock(nameof(Gate), nameof(_index))|}] protected override void Put() { }
        }
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "[RequiresLock(nameof(_a))] private void Held() => _count++; public void M() => {|#0:Held()|};", "FEAR3018",
        "'Held' requires '_a', which is not held here: take the lock around the call, or mark the caller [RequiresLock]");

    [Fact]
    public static Task Implementations_have_the_marker_of_the_interface() => Test.Source("""
        public interface IStore
        {
            object Gate { get; }
            [RequiresLock(nameof(Gate))] void Put();
            void Take();
        }
        public sealed class Store : IStore
        {
            public object Gate { get; } = new();
            public void Put() { }
            [{|FEAR3018:RequiresLock(nameof(Gate))|}] public void Take() { }
            public void Add() => {|FEAR3018:Put()|};
            public void AddHeld() { lock (Gate) Put(); }
        }
        """);

    [Fact]
    public static Task No_argument_at_all() => Test.Members("""
            [RequiresLock("all.SyncRoot")] private static void Merge(params int[] all) => all[0] = 1;
            public void M() => {|FEAR3018:Merge()|};
            public void N() => Merge(new int[1]);
        """);
}
