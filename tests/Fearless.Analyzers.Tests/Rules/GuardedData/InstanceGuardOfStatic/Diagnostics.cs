using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.InstanceGuardOfStatic, Fearless.CodeFixes.StaticGateFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.InstanceGuardOfStaticRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_counter() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private readonly object {|#1:_gate|} = new();
            private static int s_count;
            public void Add() { lock (_gate) {|#0:s_count|}++; }
            """),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("s_count", "_gate").WithProperty("Lock", "_gate"));

    [Fact]
    public static Task A_collection() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("""
            private static readonly List<int> s_all = new();
            public void Add() { lock (this) [|s_all|].Add(1); }
            """));
}
