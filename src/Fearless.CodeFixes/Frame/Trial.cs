using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.CodeFixes;

/// <summary>Whether the code bears a change: the compiler says so, and no comment of the author's is lost.</summary>
internal static class Trial
{
    /// <summary>The document has no more errors than before: the member that has changed, if that is a body, or all of it.</summary>
    public static async Task<bool> HoldsAsync(Document document, FixOffer offer, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        offer.Apply(editor, new FixSession());
        var changed = editor.GetChangedDocument();
        var before = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var after = await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (before is null || after is null)
            return false;
        if (!KeepsComments(before.SyntaxTree.GetRoot(cancellationToken), after.SyntaxTree.GetRoot(cancellationToken)))
            return false;
        var (was, now) = Changed(before.SyntaxTree, after.SyntaxTree, cancellationToken);
        return Errors(after, now, cancellationToken) <= Errors(before, was, cancellationToken);
    }

    private static bool KeepsComments(SyntaxNode before, SyntaxNode after)
    {
        var left = Comments(after).GroupBy(static text => text).ToDictionary(static group => group.Key, static group => group.Count());
        return Comments(before).GroupBy(static text => text).All(group => left.TryGetValue(group.Key, out var count) && count >= group.Count());
    }

    private static IEnumerable<string> Comments(SyntaxNode root) => root.DescendantTrivia().Where(StatementEdits.IsComment).Select(static trivia => trivia.ToString());

    private static (TextSpan? Before, TextSpan? After) Changed(SyntaxTree before, SyntaxTree after, CancellationToken cancellationToken)
    {
        var changes = after.GetChanges(before);
        if (changes.Count == 0)
            return default;
        var (start, end) = (changes[0].Span.Start, changes[changes.Count - 1].Span.End);
        var grown = after.Length - before.Length;
        var was = BodyAround(before.GetRoot(cancellationToken), TextSpan.FromBounds(start, end));
        var now = BodyAround(after.GetRoot(cancellationToken), TextSpan.FromBounds(start, end + grown));
        return was is null || now is null ? default : (was, now);
    }

    private static TextSpan? BodyAround(SyntaxNode root, TextSpan span) => root.FullSpan.Contains(span)
        && root.FindNode(span).FirstAncestorOrSelf<MemberDeclarationSyntax>() is BaseMethodDeclarationSyntax { ParameterList: var parameters } member && span.Start > parameters.Span.End ? member.FullSpan : null;

    private static int Errors(SemanticModel model, TextSpan? span, CancellationToken cancellationToken) =>
        model.GetDiagnostics(span, cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
