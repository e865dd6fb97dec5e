using System.Threading.Tasks;
using Xunit;
using Rule = Fearless.Analyzers.Tests.Async.MemberTest<Fearless.Analyzers.UnseenFailure, Fearless.CodeFixes.UnseenFailureFix>;

namespace Fearless.Analyzers.Tests.UnseenFailureRule;

public static class CodeFix
{
    [Fact]
    public static Task Awaited() => Rule.Fix("""
        public async Task M()
        {
            [|Task.Run(Fail)|];
            await Task.Yield();
        }
        private static void Fail() => throw new InvalidOperationException();
        """, """
        public async Task M()
        {
            await Task.Run(Fail);
            await Task.Yield();
        }
        private static void Fail() => throw new InvalidOperationException();
        """);

    [Fact]
    public static Task Not_where_one_cannot_await()
    {
        const string Source = """
            public void M() { [|Task.Run(Fail)|]; }
            private static void Fail() => throw new InvalidOperationException();
            """;
        return Rule.Fix(Source, Source);
    }
}
