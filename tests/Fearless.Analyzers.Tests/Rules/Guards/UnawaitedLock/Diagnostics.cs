using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.UnawaitedLock, Fearless.CodeFixes.UnawaitedLockFix>;

namespace Fearless.Analyzers.Tests.UnawaitedLockRule;

public static class Diagnostics
{
    [Fact]
    public static Task Lost() => Test.Members("""
            public async Task Thrown() { _ = {|FEAR3008:_sem.WaitAsync()|}; Work(); _sem.Release(); await Task.Yield(); }
            public void Using() { using ({|FEAR3008:_sem.WaitAsync()|}) Work(); }
            public void Declared() { using var taking = {|FEAR3008:_sem.WaitAsync()|}; Work(); }
            public void Unused() { var taking = {|FEAR3008:_sem.WaitAsync()|}; Work(); }
        """);

    [Fact]
    public static Task Message() => Test.Message(
        "public void M() { using ({|#0:_sem.WaitAsync()|}) Work(); }", "FEAR3008",
        "the task that takes '_sem' is disposed by the 'using', so the code goes on without the lock, which is taken later and never released: await it",
        Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
}
