using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnknownLockName, Fearless.CodeFixes.UnknownLockNameFix>;

namespace Fearless.Analyzers.Tests.UnknownLockNameRule;

public static class Diagnostics
{
    [Fact]
    public static Task Nothing_has_that_name() => Test.Members("""
            [GuardedBy({|FEAR3016:"_sync"|})] private int _x;
            [GuardedBy({|FEAR3016:"this.gate"|})] private int _y;
            [RequiresLock("_a", {|FEAR3016:"_gone"|})] public void M() { }
        """);

    [Fact]
    public static Task It_names_nothing() => Test.Members("""
            [GuardedBy({|FEAR3016:null!|})] private int _x;
            [GuardedBy({|FEAR3016:""|})] private int _y;
            [{|FEAR3016:GuardedBy|}] private int _z;
            [RequiresLock({|FEAR3016:null!|})] public void M() => M();
            [AcquiresLock({|FEAR3016:null!|})] public void Enter() { }
            [ReleasesLock({|FEAR3016:null!|}, Shared = true)] public void Exit() { }
        """);

    [Fact]
    public static Task Each_wrong_name_at_its_own_place() => Test.Members("""
            [GuardedBy({|FEAR3016:"_left"|}, "_a", {|FEAR3016:"_right"|})] private int _x;
            [GuardedBy([{|FEAR3016:"_left"|}, "_a"])] private int _y;
            [GuardedBy(new[] { "_a", {|FEAR3016:null!|} })] private int _z;
        """);

    [Fact]
    public static Task Anybody_may_replace_it() => Test.Members("""
            public Fearless.Mutex<int> {|FEAR3017:Open|} { get; set; } = new(0);
            internal RwLock<int> {|FEAR3017:Field|} = new(0);
        """);

    [Fact]
    public static Task Message() => Test.Message("[GuardedBy({|#0:\"_sync\"|})] private int _x;", "FEAR3016",
        "'_sync' is no field or property that 'Shop' can name, so [GuardedBy] promises nothing: use 'nameof'");
}
