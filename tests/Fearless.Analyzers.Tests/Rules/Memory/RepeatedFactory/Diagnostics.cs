using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.RepeatedFactory, Fearless.CodeFixes.RepeatedFactoryFix>;

namespace Fearless.Analyzers.Tests.RepeatedFactoryRule;

public static class Diagnostics
{
    [Fact]
    public static Task Made_several_times() => Test.Members("""
            private readonly Lazy<System.IO.FileStream> _file = new(() => System.IO.File.OpenRead("x"), {|FEAR6006:LazyThreadSafetyMode.PublicationOnly|});
            private readonly Lazy<IDisposable> _any = new(() => System.IO.File.OpenRead("x"), mode: {|FEAR6006:LazyThreadSafetyMode.PublicationOnly|});
            private System.IO.FileStream? _slow;
            public object Slow() => {|FEAR6006:LazyInitializer.EnsureInitialized(ref _slow, () => System.IO.File.OpenRead("x"))|};
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "private readonly Lazy<Timer> _timer = new(() => new Timer(_ => { }), {|#0:LazyThreadSafetyMode.PublicationOnly|});", "FEAR6006",
        "every thread that asks at once makes a 'Timer' of its own here, and all but one are thrown away without being disposed: use LazyThreadSafetyMode.ExecutionAndPublication");
}
