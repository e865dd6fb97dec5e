using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.LockOrderAcrossTypes, Fearless.CodeFixes.LockOrderFix>;

namespace Fearless.Analyzers.Tests.LockOrderAcrossTypesRule;

public static class Valid
{
    [Theory]
    [InlineData("public void Ask(Clerk clerk) { lock (_gate) clerk.Note(); }", "public void Tell(Desk desk) { lock (_gate) { } desk.Put(); }")]
    [InlineData("public void Ask(Clerk clerk) { lock (_gate) clerk.Note(); }", "public void Tell(Desk desk) { lock (_gate) Task.Run(desk.Put); }")]
    [InlineData("public void Ask() { lock (_gate) new Clerk().Note(); }", "public void Tell(Desk desk) { lock (_gate) desk.Put(); }")]
    [InlineData("public void Ask(Clerk clerk) { lock (_gate) clerk.Back(this); }", "public void Back(Desk desk) => desk.Put();")]
    [InlineData("public Desk() { } public Desk(Clerk clerk) { lock (_gate) clerk.Note(); }", "public void Tell(Desk desk) { lock (_gate) desk.Put(); }")]
    [InlineData("public void Ask(Clerk clerk) { lock (Program.Gate) lock (_gate) clerk.Note(); }", "public void Tell(Desk desk) { lock (Program.Gate) lock (_gate) desk.Put(); }")]
    public static Task One_order_or_one_at_a_time(string desk, string clerk) => Test.Source($$"""
        public static class Program { public static readonly object Gate = new(); }
        public sealed class Desk
        {
            private readonly object _gate = new();
            public void Put() { lock (_gate) { } }
            {{desk}}
        }
        public sealed class Clerk
        {
            private readonly object _gate = new();
            public void Note() { lock (_gate) { } }
            {{clerk}}
        }
        """);

    [Fact]
    public static Task What_one_type_shows_is_said_there() => Test.Silent("void First() { lock (_a) lock (_b) _count++; } void Second() { lock (_b) lock (_a) _count--; }");
}
