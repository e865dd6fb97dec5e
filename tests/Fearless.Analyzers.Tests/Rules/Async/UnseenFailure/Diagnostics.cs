using System.Threading.Tasks;
using Xunit;
using Rule = Fearless.Analyzers.Tests.Async.MemberTest<Fearless.Analyzers.UnseenFailure, Fearless.CodeFixes.UnseenFailureFix>;

namespace Fearless.Analyzers.Tests.UnseenFailureRule;

public static class Diagnostics
{
    [Fact]
    public static Task The_work_calls_what_throws() => Rule.Check("""
        public void M() { {|#0:Task.Run(() => Write(""))|}; }
        private static void Write(string text)
        {
            if (text == "")
                {|#1:throw new InvalidDataException();|}
        }
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithArguments("InvalidDataException", "14"));

    [Theory]
    [InlineData("Task.Run(async () => { await Task.Delay(1); throw new InvalidDataException(); })")]
    [InlineData("Task.Run(Fail)")]
    [InlineData("Task.Factory.StartNew(Fail)")]
    public static Task The_work_throws(string start) => Rule.Check($$"""
        public void M() { [|{{start}}|]; }
        private static void Fail() => throw new InvalidOperationException();
        """);
}
