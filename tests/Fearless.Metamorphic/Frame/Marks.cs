using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Frame;

/// <summary>
/// The lines on which a finding is expected, in a form that moves with the code: a mark behind each of their tokens. Wherever a rewriter
/// carries such a token, the line is an expected one again.
/// </summary>
internal static class Marks
{
    /// <summary>Put behind generated code that goes wrong in the place of marked code.</summary>
    public const string Mark = "/*!*/";

    private const string Expectation = "// BUG";

    public static bool IsIn(string code) => code.Contains(Mark, StringComparison.Ordinal);

    /// <summary>Marks tokens instead of lines, and takes other comments away; documentation says something to the analyzers, and stays.</summary>
    public static string Put(string source)
    {
        var root = InProcessBuild.Parse(source, "").GetRoot();
        var lines = source.Split('\n');
        var code = new StringBuilder(source.Length + 256);
        foreach (var token in root.DescendantTokens())
        {
            AppendTrivia(code, token.LeadingTrivia);
            code.Append(token.Text);
            var line = token.GetLocation().GetLineSpan().StartLinePosition.Line;
            if (lines[line].Contains(Expectation, StringComparison.Ordinal) && !IsTextual(token))
                code.Append(Mark);
            AppendTrivia(code, token.TrailingTrivia);
        }

        return code.ToString();
    }

    /// <summary>The program without its marks, and the numbers of the lines that had one.</summary>
    public static (string Source, IReadOnlySet<int> Lines) Take(string marked)
    {
        var lines = new HashSet<int>();
        foreach (var (number, line) in marked.Split('\n').Index())
        {
            if (IsIn(line))
                lines.Add(number);
        }

        return (marked.Replace(Mark, "", StringComparison.Ordinal), lines);
    }

    private static void AppendTrivia(StringBuilder code, SyntaxTriviaList list)
    {
        foreach (var trivia in list)
        {
            if (!trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) && !trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
                code.Append(trivia.ToFullString());
        }
    }

    /// <summary>Text of a string would follow, in which a comment is no comment.</summary>
    private static bool IsTextual(SyntaxToken token) => token.Parent switch
    {
        InterpolatedStringExpressionSyntax text => token == text.StringStartToken,
        InterpolationSyntax interpolation => token == interpolation.CloseBraceToken,
        InterpolatedStringTextSyntax or InterpolationFormatClauseSyntax => true,
        _ => token.IsKind(SyntaxKind.EndOfFileToken),
    };
}
