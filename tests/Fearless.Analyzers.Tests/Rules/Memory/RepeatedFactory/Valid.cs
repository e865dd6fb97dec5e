using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.RepeatedFactory, Fearless.CodeFixes.RepeatedFactoryFix>;

namespace Fearless.Analyzers.Tests.RepeatedFactoryRule;

public static class Valid
{
    [Fact]
    public static Task Made_once_or_nothing_to_close() => Test.Silent("""
            private readonly Lazy<System.IO.FileStream> _file = new(() => System.IO.File.OpenRead("x"), LazyThreadSafetyMode.ExecutionAndPublication);
            private readonly Lazy<System.IO.FileStream> _default = new(() => System.IO.File.OpenRead("x"));
            private readonly Lazy<string> _text = new(() => "x", LazyThreadSafetyMode.PublicationOnly);
            private readonly Lazy<Task<int>> _task = new(() => Task.FromResult(1), LazyThreadSafetyMode.PublicationOnly);
            private System.IO.FileStream? _slow;
            private object? _gate;
            private bool _made;
            public object Slow() => LazyInitializer.EnsureInitialized(ref _slow, ref _made, ref _gate, () => System.IO.File.OpenRead("x"));
        """);
}
