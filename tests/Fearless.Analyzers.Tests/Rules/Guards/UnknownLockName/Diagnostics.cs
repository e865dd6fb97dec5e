using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnknownLockName, Fearless.CodeFixes.UnknownLockNameFix>;

namespace Fearless.Analyzers.Tests.UnknownLockNameRule;

public static class Diagnostics
{
    [Fact]
    public static Task Nothing_has_that_name() => Test.Members("""
            [{|FEAR3016:GuardedBy("_sync")|}] private int _x;
            [{|FEAR3016:GuardedBy("this.gate")|}] private int _y;
            [{|FEAR3016:RequiresLock("_a", "_gone")|}] public void M() { }
        """);

    [Fact]
    public static Task Anybody_may_replace_it() => Test.Members("""
            public Fearless.Mutex<int> {|FEAR3017:Open|} { get; set; } = new(0);
            internal RwLock<int> {|FEAR3017:Field|} = new(0);
        """);

    [Fact]
    public static Task Message() => Test.Message("[{|#0:GuardedBy(\"_sync\")|}] private int _x;", "FEAR3016",
        "'_sync' is no field or property that 'Shop' can name, so [GuardedBy] promises nothing: use 'nameof'");
}
