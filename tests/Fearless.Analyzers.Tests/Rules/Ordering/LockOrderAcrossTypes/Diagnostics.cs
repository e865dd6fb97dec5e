using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.LockOrderAcrossTypes, Fearless.CodeFixes.LockOrderFix>;

namespace Fearless.Analyzers.Tests.LockOrderAcrossTypesRule;

public static class Diagnostics
{
    [Theory]
    [InlineData("public void Ask(Clerk clerk) { lock (_gate) clerk.Note(); }", "public void Tell(Desk desk) { lock (_gate) [|desk.Put()|]; }")]
    [InlineData("public Clerk? Clerk; public void Ask() { lock (_gate) Clerk?.Note(); }", "public void Tell(Desk desk) { lock (_gate) [|desk.Put()|]; }")]
    [InlineData("public void Ask(Clerk clerk) { lock (_gate) _ = clerk.Notes; }", "public int Notes { get { lock (_gate) return 1; } } public void Tell(Desk desk) { lock (_gate) [|desk.Put()|]; }")]
    [InlineData("internal void Ask(INote note) { lock (_gate) note.Note(); }", "public void Tell(Desk desk) { lock (_gate) [|desk.Put()|]; }")]
    [InlineData("public event Action? Changed; public void Ask() { lock (_gate) Changed?.Invoke(); }", "public Clerk(Desk desk) => desk.Changed += Note; public void Tell(Desk desk) { lock (_gate) [|desk.Put()|]; }")]
    [InlineData("public Action? Done; public void Ask() { lock (_gate) Done!(); }", "public void Serve(Desk desk) => desk.Done = () => Note(); public void Tell(Desk desk) { lock (_gate) [|desk.Put()|]; }")]
    [InlineData("public void Ask(Clerk clerk) { lock (_gate) using (clerk) { } }", "public void Dispose() => Note(); public void Tell(Desk desk) { lock (_gate) [|desk.Put()|]; }")]
    [InlineData("public void Ask(Clerk clerk) { lock (_gate) Helper.Pass(clerk); }", "public void Tell(Desk desk) { lock (_gate) [|desk.Put()|]; }")]
    public static Task Each_calls_the_other_under_its_own_lock(string desk, string clerk) => Test.Source($$"""
        #pragma warning disable CS0649
        internal interface INote { void Note(); }
        public static class Helper { public static void Pass(Clerk clerk) => clerk.Note(); }
        public sealed class Desk
        {
            private readonly object _gate = new();
            public void Put() { lock (_gate) { } }
            {{desk}}
        }
        public sealed partial class Clerk : INote
        {
            private readonly object _gate = new();
            public void Note() { lock (_gate) { } }
            {{clerk}}
        }
        public sealed partial class Clerk : IDisposable { {{(clerk.Contains("Dispose") ? "" : "public void Dispose() { }")}} }
        """);

    [Fact]
    public static Task A_base_and_what_derives_from_it() => Test.Source("""
        public abstract class Part
        {
            private readonly object _load = new();
            public void Update() { lock (_load) UpdateCore(); }
            protected virtual void UpdateCore() { }
            protected virtual void Close() { lock (_load) { } }
        }
        public sealed class Wrapper : Part
        {
            private readonly object _unload = new();
            protected override void UpdateCore() { lock (_unload) { } }
            protected override void Close() { lock (_unload) [|base.Close()|]; }
        }
        """);

    [Fact]
    public static Task Three_types_that_go_round() => Test.Source("""
        public static class A { public static readonly object Gate = new(); public static void Do() { lock (Gate) { } } public static void Go() { lock (Gate) B.Do(); } }
        public static class B { public static readonly object Gate = new(); public static void Do() { lock (Gate) { } } public static void Go() { lock (Gate) C.Do(); } }
        public static class C { public static readonly object Gate = new(); public static void Do() { lock (Gate) { } } public static void Go() { lock (Gate) [|A.Do()|]; } }
        """);
}
