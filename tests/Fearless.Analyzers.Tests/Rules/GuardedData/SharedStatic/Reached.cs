using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.SharedStatic, Fearless.CodeFixes.SharedStaticFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.SharedStaticRule;

/// <summary>Work that comes there by symbols, and not by a name that something else has as well.</summary>
public static class Reached
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Threading;\nusing System.Threading.Tasks;\n";

    [Theory]
    [InlineData("public Task Save() => Task.Run(() => Update(1)); private void Update(int x) { }")]
    [InlineData("public Task Save() => Task.Run(() => new Other().Update(1)); private sealed class Other { public void Update(int x) { } }")]
    public static Task Another_member_of_the_name(string members) => VerifyCS.VerifyAnalyzerAsync(Usings + $$"""
        internal static class Times { private static readonly Stack<int> s_open = new(); public static void Update(int x) => s_open.Push(x); }
        public sealed class Game { public void Frame() => Times.Update(1); }
        public sealed class Store { {{members}} }
        """);

    [Theory]
    [InlineData("public Task Save() => Task.Run(() => Times.Update(1));")]
    [InlineData("public Task Save() => Task.Run(Step); private void Step() => Further(); private void Further() => Times.Update(2);")]
    [InlineData("private readonly IStep _step = new Times.Caller(); public Task Save() => Task.Run(() => _step.Do());")]
    [InlineData("static Store() { new Thread(Times.Loop).Start(); new Thread(Times.Loop).Start(); }")]
    public static Task The_member_itself(string members) => VerifyCS.VerifyAnalyzerAsync(Usings + $$"""
        internal interface IStep { void Do(); }
        internal static class Times
        {
            private static readonly Stack<int> s_open = new();
            public static void Update(int x) => [|s_open|].Push(x);
            public static void Loop() { while (true) Update(3); }
            public sealed class Caller : IStep { public void Do() => Update(4); }
        }
        public sealed class Store { {{members}} }
        """);

    [Fact]
    public static Task One_thread_alone() => VerifyCS.VerifyAnalyzerAsync(Usings + """
        internal static class Times { private static readonly Stack<int> s_open = new(); public static void Update(int x) => s_open.Push(x); }
        public static class Loop { static Loop() => new Thread(Run).Start(); private static void Run() { while (true) Times.Update(1); } }
        """);

    [Fact]
    public static Task One_thread_and_whoever_calls() => VerifyCS.VerifyAnalyzerAsync(Usings + """
        internal static class Times { private static readonly Stack<int> s_open = new(); public static void Update(int x) => [|s_open|].Push(x); }
        public static class Loop { static Loop() => new Thread(Run).Start(); private static void Run() { while (true) Times.Update(1); } public static void Step() => Times.Update(2); }
        """);
}
