using System.Threading.Tasks;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.UnclosedChannelRule;

/// <summary>Tests of the members of one class.</summary>
internal static class Rule
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
        CSharpAnalyzerVerifier<UnclosedChannel, DefaultVerifier>.VerifyAnalyzerAsync(Wrap(members), expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<UnclosedChannel, DefaultVerifier>.Diagnostic();

    public static Task Fix(string members, string fixedMembers) =>
        CSharpCodeFixVerifier<UnclosedChannel, UnclosedChannelFix, DefaultVerifier>.VerifyCodeFixAsync(Wrap(members), Wrap(fixedMembers));

    private static string Wrap(string members) => Head + members + "\n}\n";
}
