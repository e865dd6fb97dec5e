using System.Threading.Tasks;
using Fearless.Analyzers.Tests.Crossing;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.DisposedWhileUsedRule;

/// <summary>Tests of the members of one class.</summary>
internal static class Rule
{
    public static Task Check(string member, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<DisposedWhileUsed, DefaultVerifier>.VerifyAnalyzerAsync(CrossingSource.Wrap(member), expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<DisposedWhileUsed, DefaultVerifier>.Diagnostic();

    public static Task Fix(string member, string fixedMember) =>
        CSharpCodeFixVerifier<DisposedWhileUsed, DisposedWhileUsedFix, DefaultVerifier>.VerifyCodeFixAsync(CrossingSource.Wrap(member), CrossingSource.Wrap(fixedMember));
}
