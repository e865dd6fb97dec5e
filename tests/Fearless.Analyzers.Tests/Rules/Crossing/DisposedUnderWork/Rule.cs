using System.Threading.Tasks;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.DisposedUnderWorkRule;

/// <summary>Tests of one class, <c>Test</c>, whose members they give.</summary>
internal static class Rule
{
    private const string Head = """
        using System;
        using System.Collections.Concurrent;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Test : IDisposable, IAsyncDisposable
        {

        """;

    public static Task Check(string members, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<DisposedUnderWork, DefaultVerifier>.VerifyAnalyzerAsync(Wrap(members), expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<DisposedUnderWork, DefaultVerifier>.Diagnostic();

    public static Task Fix(string members, string fixedMembers) =>
        CSharpCodeFixVerifier<DisposedUnderWork, DisposedUnderWorkFix, DefaultVerifier>.VerifyCodeFixAsync(Wrap(members), Wrap(fixedMembers));

    private static string Wrap(string members)
    {
        var rest = members.Contains("Dispose()", System.StringComparison.Ordinal) && members.Contains("void Dispose()", System.StringComparison.Ordinal)
            ? ""
            : "\n    public void Dispose() { }\n";
        rest += members.Contains("DisposeAsync()\n", System.StringComparison.Ordinal) ? "" : "\n    public ValueTask DisposeAsync() => default;\n";
        return Head + members + rest + "}\n";
    }
}
