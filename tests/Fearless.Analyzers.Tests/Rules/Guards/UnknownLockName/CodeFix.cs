using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnknownLockName, Fearless.CodeFixes.UnknownLockNameFix>;
using Replaceable = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnknownLockName, Fearless.CodeFixes.ReplaceableLockFix>;

namespace Fearless.Analyzers.Tests.UnknownLockNameRule;

public static class CodeFix
{
    [Fact]
    public static Task A_name_that_is_nearly_right() => Test.Fix("""
            [GuardedBy({|FEAR3016:"a"|})] private int _x;
            [RequiresLock({|FEAR3016:"this.Lock"|}, "_b")] public void M() { }
        """, """
            [GuardedBy(nameof(_a))] private int _x;
            [RequiresLock(nameof(_lock), "_b")] public void M() { }
        """);

    [Fact]
    public static Task Nothing_like_it() => Test.NoFix("""
            [GuardedBy({|FEAR3016:"_sync"|})] private int _x;
        """);

    [Fact]
    public static Task The_lock_stays() => Replaceable.Fix("""
            public Fearless.Mutex<int> {|FEAR3017:Open|} { get; set; } = new(0);
            internal RwLock<int> {|FEAR3017:Field|} = new(0);
            public Shop() => Field = new(1);
        """, """
            public Fearless.Mutex<int> Open { get; } = new(0);
            internal readonly RwLock<int> Field = new(0);
            public Shop() => Field = new(1);
        """);

    [Fact]
    public static Task It_is_replaced() => Replaceable.NoFix("""
            internal RwLock<int> {|FEAR3017:Field|} = new(0);
            public void Reset() => Field = new(1);
        """);
}
