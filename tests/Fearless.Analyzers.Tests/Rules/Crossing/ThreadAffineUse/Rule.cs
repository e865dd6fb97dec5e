using System.Threading.Tasks;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.ThreadAffineUseRule;

/// <summary>Tests of the members of one class; a few controls stand by.</summary>
internal static class Rule
{
    private const string Head = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using System.Windows.Forms;
        using Fearless;

        public class Test
        {

        """;

    private const string Foot = """

        }

        namespace System.Windows.Forms
        {
            public class Control
            {
                public string Text { get; set; } = "";
                public bool InvokeRequired => false;
                public void Show() { }
                public void BeginInvoke(Action action) { }
            }

            public class Label : Control { }
        }

        """;

    public static Task Check(string members, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<ThreadAffineUse, DefaultVerifier>.VerifyAnalyzerAsync(Head + members + Foot, expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<ThreadAffineUse, DefaultVerifier>.Diagnostic();

    public static Task Fix(string members, string fixedMembers) =>
        CSharpCodeFixVerifier<ThreadAffineUse, ThreadAffineUseFix, DefaultVerifier>.VerifyCodeFixAsync(Head + members + Foot, Head + fixedMembers + Foot);
}
