using System;
using System.Threading.Tasks;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Verify = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Fearless.Analyzers.SharedObjectConflict, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.SharedObjectConflictRule;

/// <summary>Tests of one class body: everything around it is the same each time.</summary>
internal static class SharingTest
{
    private const string Head = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Fearless;

        public sealed class Order
        {
            public readonly string Number = "";
            public int Total;
            public List<string> Lines { get; } = new();
            public string Note { get; set; } = "";
            public void Stamp(string text) => Lines.Add(text);
        }

        public class Test
        {

        """;

    private const string Tail = """

        }

        """;

    public static Task Valid(string member) => Verify.VerifyAnalyzerAsync(Wrap(member));

    public static Task Diagnose(string member, params DiagnosticResult[] expected) => Verify.VerifyAnalyzerAsync(Wrap(member), expected);

    public static DiagnosticResult Finding() => Verify.Diagnostic();

    public static Task Fix(string member, string fixedMember) =>
        new CSharpCodeFixTest<SharedObjectConflict, SharedObjectConflictFix, DefaultVerifier>
        {
            TestCode = Wrap(member),
            FixedCode = Wrap(fixedMember),
        }.RunAsync();

    private static string Wrap(string member) => Head + "    " + member.Replace("\n", "\n    ", StringComparison.Ordinal) + "\n" + Tail;
}
