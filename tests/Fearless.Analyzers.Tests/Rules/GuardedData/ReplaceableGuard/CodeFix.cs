using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ReplaceableGuard, Fearless.CodeFixes.ReadonlyGuardFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ReplaceableGuardRule;

public static class CodeFix
{
    [Fact]
    public static Task The_field_becomes_readonly() => VerifyCS.VerifyCodeFixAsync(
        GuardedSource.Class("private object _gate = new(); [[|GuardedBy(nameof(_gate))|]] private int _x; [[|GuardedBy(nameof(_gate))|]] private int _y;"),
        GuardedSource.Class("private readonly object _gate = new(); [GuardedBy(nameof(_gate))] private int _x; [GuardedBy(nameof(_gate))] private int _y;"));

    [Fact]
    public static Task Not_if_it_is_assigned_later()
    {
        var source = GuardedSource.Class("private object _gate = new(); [[|GuardedBy(nameof(_gate))|]] private int _x; public void M() => _gate = new();");
        return VerifyCS.VerifyCodeFixAsync(source, source);
    }
}
