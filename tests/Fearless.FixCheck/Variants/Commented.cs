using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.FixCheck;

/// <summary>A comment before and after each statement, on lines of their own or within the line.</summary>
internal static class Commented
{
    public static string Rewrite(string text)
    {
        var root = Variant.Parse(text);
        var source = SourceText.From(text);
        var changes = new List<TextChange>();
        var number = 0;
        foreach (var statement in root.DescendantNodes().OfType<StatementSyntax>().Where(static statement => statement.Parent is BlockSyntax or SwitchSectionSyntax))
        {
            number++;
            var first = source.Lines.GetLineFromPosition(statement.SpanStart);
            var last = source.Lines.GetLineFromPosition(statement.Span.End);
            var indentation = source.ToString(TextSpan.FromBounds(first.Start, statement.SpanStart));
            changes.Add(string.IsNullOrWhiteSpace(indentation)
                ? Inserted(statement.SpanStart, $"// before {number}\n{indentation}")
                : Inserted(statement.SpanStart, $"/* before {number} */ "));
            var rest = source.ToString(TextSpan.FromBounds(statement.Span.End, last.End)).TrimStart();
            changes.Add(rest.Length == 0 || rest.StartsWith("//", StringComparison.Ordinal)
                ? Inserted(statement.Span.End, $" // after {number}")
                : Inserted(statement.Span.End, $" /* after {number} */"));
        }

        // At one position, what ends an inner statement comes before what ends the outer one.
        return source.WithChanges(changes.GroupBy(static change => change.Span.Start).OrderBy(static group => group.Key)
            .Select(static group => Inserted(group.Key, string.Concat(group.Select(static change => change.NewText))))).ToString();
    }

    private static TextChange Inserted(int position, string text) => new(new TextSpan(position, 0), text);
}
