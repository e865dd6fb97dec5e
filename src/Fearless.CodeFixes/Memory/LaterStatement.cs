using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>A statement that comes too early moves behind the last of those that it must not come before.</summary>
internal static class LaterStatement
{
    /// <summary>The statement that is reported, and the one that the first other location of the finding stands in; both of one block.</summary>
    public static FixOffer? Of(SyntaxNode root, Diagnostic diagnostic)
    {
        var early = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>();
        if (early is not ExpressionStatementSyntax { Parent: BlockSyntax block } || diagnostic.AdditionalLocations.Count == 0
            || !block.Span.Contains(diagnostic.AdditionalLocations[0].SourceSpan))
        {
            return null;
        }

        StatementSyntax? last = null;
        foreach (var statement in block.Statements)
        {
            // What the statement says must not depend on where it stands.
            if (statement.SpanStart > early.SpanStart && statement is not ExpressionStatementSyntax)
                return null;
            last = statement;
            if (statement.Span.Contains(diagnostic.AdditionalLocations[0].SourceSpan))
                break;
        }

        if (last is null || last.SpanStart <= early.SpanStart)
            return null;
        return new FixOffer("Do this last", "Last", (editor, _) =>
        {
            editor.InsertAfter(last, StatementEdits.Moved(early, LineEndings.Of(early)));
            editor.RemoveNode(early, SyntaxRemoveOptions.KeepNoTrivia);
        });
    }
}
