using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.DisposedWhileUsedRule;

public static class Diagnostics
{
    [Fact]
    public static Task The_work_and_the_end_of_the_scope_are_named() => Rule.Check("""
        public void M()
        {
            using var {|#2:file = new MemoryStream()|};
            {|#1:Task.Run(() => {|#0:file|}.WriteByte(1))|};
        }
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithLocation(2).WithArguments("file", "28", "27"));

    [Fact]
    public static Task A_thread_that_nobody_joins() => Rule.Check("""
        public void M()
        {
            using (var done = new ManualResetEvent(false))
            {
                new Thread(() => [|done|].Set()).Start();
            }
        }
        """);

    [Fact]
    public static Task The_scope_waits_only_after_its_body() => Rule.Check("""
        public void M() => Threads.Scope(scope =>
        {
            using var file = new MemoryStream();
            scope.Spawn(() => [|file|].WriteByte(1));
        });
        """);

    [Fact]
    public static Task Disposed_by_hand() => Rule.Check("""
        public async Task M()
        {
            var source = new CancellationTokenSource();
            var work = Task.Run(() => [|source|].Cancel());
            source.Dispose();
            await work;
        }
        """);
}
