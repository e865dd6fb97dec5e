using System;
using System.Threading.Tasks;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.TiedAcrossAwaitRule;

/// <summary>Tests of the members of one class.</summary>
internal static class Rule
{
    private const string Head = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Threading;
        using System.Threading.Tasks;
        using Fearless;
        using Fearless.Async;

        [NotSend("it belongs to its window")]
        public sealed class Brush : IDisposable
        {
            public string Color { get; set; } = "";
            public static Brush Make() => new();
            public int Paint(int strokes) => strokes;
            public void Dispose() { }
        }

        public sealed class Kit
        {
            public readonly Brush Brush = new();
            public int Count;
        }

        public class Test
        {
            private Brush _brush = Brush.Make();
            [ThreadStatic] private static Brush? t_brush;
            private int _count;
            private static Task<int> LoadAsync() => Task.FromResult(1);


        """;

    public static Task Check(string member, params DiagnosticResult[] expected) =>
        CSharpAnalyzerVerifier<TiedAcrossAwait, DefaultVerifier>.VerifyAnalyzerAsync(Wrap(member), expected);

    public static DiagnosticResult Finding() => CSharpAnalyzerVerifier<TiedAcrossAwait, DefaultVerifier>.Diagnostic();

    public static Task Fix(string member, string fixedMember) =>
        CSharpCodeFixVerifier<TiedAcrossAwait, TiedAcrossAwaitFix, DefaultVerifier>.VerifyCodeFixAsync(Wrap(member), Wrap(fixedMember));

    private static string Wrap(string member) =>
        Head + "    " + member.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal) + "\n}\n";
}
