using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.ReplaceableGuard, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ReplaceableGuardRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_field_that_is_not_readonly() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("private object {|#1:_gate|} = new(); [{|#0:GuardedBy(nameof(_gate))|}] private int _x;"),
        VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithArguments("_x", "_gate").WithProperty("Lock", "_gate"));

    [Fact]
    public static Task A_property_that_can_be_set() => VerifyCS.VerifyAnalyzerAsync(
        GuardedSource.Class("public object Gate { get; set; } = new(); [[|GuardedBy(nameof(Gate))|]] private int _x;"));
}
