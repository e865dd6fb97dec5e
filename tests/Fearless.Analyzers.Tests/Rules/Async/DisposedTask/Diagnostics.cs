using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.DisposedTask, Fearless.CodeFixes.DisposedTaskFix>;

namespace Fearless.Analyzers.Tests.DisposedTaskRule;

public static class Diagnostics
{
    [Fact]
    public static Task In_a_declaration_or_a_statement() => Test.Members("""
            private sealed class Holder : IDisposable { public void Dispose() { } }
            private async Task<Holder> TakeAsync() { await Task.Yield(); return new Holder(); }

            public async Task A() { using var h = {|FEAR7004:TakeAsync()|}; await Task.Yield(); }
            public async Task B() { using ({|FEAR7004:TakeAsync()|}) { await Task.Yield(); } }
            public void E() { using Task h = {|FEAR7004:Task.Run(Work)|}; }
            private async Task D(Func<Task<Holder>> take) { using (var h = {|FEAR7004:take()|}) await Task.Yield(); }
        """);
}
