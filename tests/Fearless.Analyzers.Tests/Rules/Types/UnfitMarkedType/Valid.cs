using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.UnfitMarkedType, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnfitMarkedTypeRule;

public static class Valid
{
    [Theory]
    [InlineData("[Sync] public sealed class C { private readonly string _x = \"\"; public int Y { get; } }")]
    [InlineData("[Sync] public sealed class C { private readonly Lock _gate = new(); private int _x; public void M() { lock (_gate) _x++; } }")]
    [InlineData("[Sync] public sealed class C { private readonly ConcurrentDictionary<string, ImmutableList<int>> _x = new(); }")]
    [InlineData("[Send] public sealed class C { private List<int> _x = new(); }")]
    [InlineData("[AssumeSync(\"why\")] public sealed class C { private List<int> _x = new(); }")]
    [InlineData("[Sync] public abstract class B { [AssumeSync(\"set on the bench\")] protected double Scale; } [Sync] public sealed class C : B { }")]
    [InlineData("[Sync] public sealed class C<[Sync] T> { private readonly T _x; public C(T x) => _x = x; }")]
    [InlineData("public sealed class C { public List<int> X = new(); }")]
    [InlineData("[Sync] public interface I { List<int> X { get; } }")]
    [InlineData("[Sync] public sealed class C { public static List<int> X = new(); public const int Y = 1; }")]
    public static Task Silent(string source) => VerifyCS.VerifyAnalyzerAsync(TypeSources.With(source));

    [Fact]
    public static Task A_type_that_does_not_exist_is_the_compilers_business() =>
        VerifyCS.VerifyAnalyzerAsync(TypeSources.With("[Sync] public sealed class C { private readonly {|CS0246:Missing|} _x = null!; }"));
}
