using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<Fearless.Analyzers.ReplaceableGuard, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ReplaceableGuardRule;

public static class Valid
{
    [Theory]
    [InlineData("private readonly object _gate = new(); [GuardedBy(nameof(_gate))] private int _x;")]
    [InlineData("private object Gate { get; } = new(); [GuardedBy(nameof(Gate))] private int _x;")]
    [InlineData("public object Gate { get; init; } = new(); [GuardedBy(nameof(Gate))] private int _x;")]
    [InlineData("private SpinLock _gate; [GuardedBy(nameof(_gate))] private int _x;")]
    [InlineData("[GuardedBy(\"this\")] private int _x;")]
    public static Task Silent(string members) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class(members));
}
