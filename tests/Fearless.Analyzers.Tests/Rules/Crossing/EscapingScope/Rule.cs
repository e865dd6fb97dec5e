using System.Threading.Tasks;
using Fearless.Analyzers.Tests.Crossing;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.EscapingScopeRule;

/// <summary>Tests of the members of one class.</summary>
internal static class Rule
{
    public static Task Check(string member, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<EscapingScope, DefaultVerifier>.VerifyAnalyzerAsync(CrossingSource.Wrap(member), expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<EscapingScope, DefaultVerifier>.Diagnostic();
}
