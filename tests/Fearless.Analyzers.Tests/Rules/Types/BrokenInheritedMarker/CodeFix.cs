using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<Fearless.Analyzers.UnfitMarkedType, Fearless.CodeFixes.UnfitMarkedTypeFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.BrokenInheritedMarkerRule;

public static class CodeFix
{
    [Fact]
    public static Task A_field_that_is_written_once_becomes_readonly() => VerifyCS.VerifyCodeFixAsync(
        TypeSources.With("[Sync] public interface I { } public sealed class C : I { private int {|FEAR1002:_x|} = 1; public int X => _x; }"),
        TypeSources.With("[Sync] public interface I { } public sealed class C : I { private readonly int _x = 1; public int X => _x; }"));
}
