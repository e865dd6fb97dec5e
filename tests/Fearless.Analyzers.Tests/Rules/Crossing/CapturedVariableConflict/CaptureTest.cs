using System;
using System.Threading.Tasks;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Fearless.Analyzers.CapturedVariableConflict, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.CapturedVariableConflictRule;

/// <summary>Tests of one member: everything around it is the same each time.</summary>
internal static class CaptureTest
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;

        public class Test
        {

        """;

    private const string Tail = """

            private static void Use(object? value) { }
            private static bool Ask() => true;
        }

        """;

    public static Task Valid(string member) => Verify.VerifyAnalyzerAsync(Wrap(member));

    public static Task Diagnose(string member, params DiagnosticResult[] expected) => Verify.VerifyAnalyzerAsync(Wrap(member), expected);

    public static DiagnosticResult Finding() => Verify.Diagnostic();

    public static Task Fix(string action, string member, string fixedMember) =>
        new CSharpCodeFixTest<CapturedVariableConflict, CapturedVariableConflictFix, DefaultVerifier>
        {
            TestCode = Wrap(member),
            FixedCode = Wrap(fixedMember),
            CodeActionEquivalenceKey = action,
        }.RunAsync();

    private static string Wrap(string member) => Head + "    " + member.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n" + Tail;
}
