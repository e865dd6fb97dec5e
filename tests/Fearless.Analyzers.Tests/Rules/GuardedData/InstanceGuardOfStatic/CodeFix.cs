using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.InstanceGuardOfStatic, Fearless.CodeFixes.StaticGateFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.InstanceGuardOfStaticRule;

public static class CodeFix
{
    [Fact]
    public static Task The_lock_becomes_static() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new(); // for all
            private static int s_count;
            public void Add() { lock (_gate) { [|s_count|]++; } }
            """),
        GuardedSource.Class("""
            private static readonly object _gate = new(); // for all
            private static int s_count;
            public void Add() { lock (_gate) { s_count++; } }
            """));

    [Fact]
    public static Task Not_if_it_is_reached_through_an_object() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("""
            private readonly object _gate = new();
            private static int s_count;
            public void Add() { lock (this._gate) { [|s_count|]++; } }
            """),
        GuardedSource.Class("""
            private readonly object _gate = new();
            private static int s_count;
            public void Add() { lock (this._gate) { [|s_count|]++; } }
            """));
}
