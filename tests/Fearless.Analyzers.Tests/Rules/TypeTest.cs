using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests;

/// <summary>Tests of rules over a type: the members are given, what is around them is the same each time.</summary>
internal static class TypeTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    private const string Head = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Test
        {

        """;

    private const string Tail = """

        }

        """;

    /// <summary>What is marked <c>[|…|]</c> is reported, nothing else.</summary>
    public static Task Verify(string members, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.VerifyAnalyzerAsync(Wrap(members), expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<TAnalyzer, DefaultVerifier>.Diagnostic();

    public static Task Fix<TFix>(string members, string fixedMembers)
        where TFix : CodeFixProvider, new() => CSharpCodeFixVerifier<TAnalyzer, TFix, DefaultVerifier>.VerifyCodeFixAsync(Wrap(members), Wrap(fixedMembers));

    private static string Wrap(string members) => Head + "    " + members.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal) + Tail;
}
