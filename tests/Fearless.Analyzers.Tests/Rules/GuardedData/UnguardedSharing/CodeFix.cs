using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.UnguardedSharing, Fearless.CodeFixes.VolatileFieldFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnguardedSharingRule;

public static class CodeFix
{
    [Fact]
    public static Task A_flag_becomes_volatile() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private bool _stopped; // by the user
            public void Start() => new Thread(() => { while (!_stopped) Thread.Sleep(1); }).Start();
            public void Stop() => [|_stopped|] = true;
            """),
        GuardedSource.Class("""
            private volatile bool _stopped; // by the user
            public void Start() => new Thread(() => { while (!_stopped) Thread.Sleep(1); }).Start();
            public void Stop() => _stopped = true;
            """));

    [Fact]
    public static Task A_counter_does_not() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private int _count;
            public void Run(int[] xs) => Parallel.ForEach(xs, x => [|_count|]++);
            """),
        GuardedSource.Class("""
            private int _count;
            public void Run(int[] xs) => Parallel.ForEach(xs, x => [|_count|]++);
            """));
}
