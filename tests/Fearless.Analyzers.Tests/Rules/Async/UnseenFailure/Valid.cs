using System.Threading.Tasks;
using Xunit;
using Rule = Fearless.Analyzers.Tests.Async.MemberTest<Fearless.Analyzers.UnseenFailure, Fearless.CodeFixes.UnseenFailureFix>;

namespace Fearless.Analyzers.Tests.UnseenFailureRule;

public static class Valid
{
    [Theory]
    [InlineData("await Task.Run(Fail);")]
    [InlineData("_ = Task.Run(Fail);")]
    [InlineData("var task = Task.Run(Fail); await task;")]
    [InlineData("Task.Run(() => { try { Fail(); } catch (Exception) { } });")]
    [InlineData("Task.Run(() => Console.WriteLine());")]
    [InlineData("Task.Run(Later);")]
    [InlineData("Task.Run(() => { Action later = Fail; });")]
    public static Task Somebody_looks_or_nothing_fails(string code) => Rule.Check($$"""
        public async Task M()
        {
            await Task.Yield();
            {{code}}
        }
        private static void Fail() => throw new InvalidOperationException();
        private static void Later() => throw new NotImplementedException();
        """);
}
