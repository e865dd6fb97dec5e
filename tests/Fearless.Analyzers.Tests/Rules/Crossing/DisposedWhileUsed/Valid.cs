using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.DisposedWhileUsedRule;

public static class Valid
{
    [Fact]
    public static Task Joined_before_the_end() => Rule.Check("""
        public async Task M()
        {
            using var file = new MemoryStream();
            await Task.Run(() => file.WriteByte(1));
            var work = new Thread(() => file.WriteByte(2));
            work.Start();
            work.Join();
        }
        """);

    [Fact]
    public static Task Declared_outside_of_the_scope() => Rule.Check("""
        public void M()
        {
            using var file = new MemoryStream();
            Threads.Scope(scope =>
            {
                scope.Spawn(() => { lock (file) file.WriteByte(1); });
                scope.Spawn(() => { lock (file) file.WriteByte(2); });
            });
        }
        """);

    [Fact]
    public static Task The_work_has_its_own() => Rule.Check("""
        public void M() => Task.Run(() =>
        {
            using var file = new MemoryStream();
            file.WriteByte(1);
        });
        """);

    [Fact]
    public static Task A_signal_comes_before_the_end() => Rule.Check("""
        public void M()
        {
            using var done = new ManualResetEventSlim();
            new Thread(() => done.Set()).Start();
            done.Wait();
        }
        """);
}
