using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.RepeatedFactory, Fearless.CodeFixes.RepeatedFactoryFix>;

namespace Fearless.Analyzers.Tests.RepeatedFactoryRule;

public static class CodeFix
{
    [Fact]
    public static Task The_factory_runs_once() => Test.Fix(
        "    private readonly Lazy<Timer> _timer = new(() => new Timer(_ => { }), {|FEAR6006:LazyThreadSafetyMode.PublicationOnly|});",
        "    private readonly Lazy<Timer> _timer = new(() => new Timer(_ => { }), LazyThreadSafetyMode.ExecutionAndPublication);");
}
