using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.Async;

/// <summary>Tests of the members of one class.</summary>
internal static class MemberTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading.Channels;
        using System.Threading.Tasks;
        using Fearless;

        public class Test
        {

        """;

    public static Task Check(string members, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(Wrap(members), expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.Diagnostic();

    public static Task Fix(string members, string fixedMembers) =>
        CSharpCodeFixVerifier<TAnalyzer, TFix, DefaultVerifier>.VerifyCodeFixAsync(Wrap(members), Wrap(fixedMembers));

    private static string Wrap(string members) => Head + members + "\n}\n";
}
