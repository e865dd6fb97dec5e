using System.Threading.Tasks;
using Fearless.Analyzers.Tests.Crossing;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.NotSendCrossingRule;

/// <summary>Tests of the members of one class.</summary>
internal static class Rule
{
    public static Task Check(string member, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<NotSendCrossing, DefaultVerifier>.VerifyAnalyzerAsync(CrossingSource.Wrap(member), expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<NotSendCrossing, DefaultVerifier>.Diagnostic();

    public static Task Fix(string member, string fixedMember) =>
        CSharpCodeFixVerifier<NotSendCrossing, NotSendCrossingFix, DefaultVerifier>.VerifyCodeFixAsync(CrossingSource.Wrap(member), CrossingSource.Wrap(fixedMember));
}
