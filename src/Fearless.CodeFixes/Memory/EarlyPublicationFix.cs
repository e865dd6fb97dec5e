using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR6004: the object is filled in a local variable and stored last.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EarlyPublicationFix)), Shared]
public sealed class EarlyPublicationFix() : FearlessCodeFix(Descriptors.FEAR6004_EarlyPublication)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        diagnostic.Properties.TryGetValue("Kind", out var kind);
        if (kind == "Last" && root is not null)
            return LaterStatement.Of(root, diagnostic) is { } later ? [later] : [];
        if (kind != "Store" || model is null || root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax field
            || field.Parent is not AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax block } store } assignment || assignment.Left != field
            || model.GetSymbolInfo(field, cancellationToken).Symbol is not { } symbol)
        {
            return [];
        }

        // What it is called until it is stored: a new local, or the one that it comes from.
        var isLocal = assignment.Right is IdentifierNameSyntax;
        var name = isLocal ? assignment.Right.ToString() : LocalNames.For(model, store, symbol.Name);
        var mentions = MentionsAfter(block, store, field);
        var last = LastMention(block, store, field, isLocal ? name : null);
        if (last is null || mentions is null)
            return [];
        return
        [
            new FixOffer("Fill a local variable and store it last", "StoreLast", (editor, _) =>
            {
                foreach (var mention in mentions)
                    editor.ReplaceNode(mention, (current, _) => SyntaxFactory.IdentifierName(name).WithTriviaFrom(current));
                if (isLocal)
                    editor.RemoveNode(store, SyntaxRemoveOptions.KeepNoTrivia);
                else
                    editor.ReplaceNode(store, Declaration(model, assignment, name, store));
                var late = isLocal ? StatementEdits.Moved(store, LineEndings.Of(store)).WithAdditionalAnnotations(Formatter.Annotation)
                    : SyntaxFactory.ParseStatement($"{field.WithoutTrivia()} = {name};").WithTrailingTrivia(LineEndings.Of(store)).WithAdditionalAnnotations(Formatter.Annotation);
                if (last is ReturnStatementSyntax)
                    editor.InsertBefore(last, late);
                else
                    editor.InsertAfter(last, late);
            }),
        ];
    }

    private static StatementSyntax Declaration(SemanticModel model, AssignmentExpressionSyntax assignment, string name, StatementSyntax store)
    {
        var needsType = assignment.Right is ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax;
        var type = needsType && model.GetTypeInfo(assignment.Left).Type is { } declared
            ? declared.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(model, store.SpanStart) : "var";
        return SyntaxFactory.ParseStatement($"{type} {name} = {assignment.Right};").WithTriviaFrom(store);
    }

    /// <summary>Null: it is stored again, or used in a function that runs some other time.</summary>
    private static List<ExpressionSyntax>? MentionsAfter(BlockSyntax block, StatementSyntax store, ExpressionSyntax field)
    {
        var mentions = new List<ExpressionSyntax>();
        foreach (var node in block.DescendantNodes())
        {
            if (node.SpanStart < store.Span.End || node is not ExpressionSyntax expression || !expression.IsEquivalentTo(field, topLevel: false))
                continue;
            if (expression.Parent is AssignmentExpressionSyntax assignment && assignment.Left == expression)
                return null;
            if (expression.Ancestors().TakeWhile(ancestor => ancestor != block).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                return null;
            if (expression.Parent is MemberAccessExpressionSyntax member && member.Name == expression && member.Expression is not ThisExpressionSyntax)
                continue;
            mentions.Add(expression);
        }

        return mentions;
    }

    private static StatementSyntax? LastMention(BlockSyntax block, StatementSyntax store, ExpressionSyntax field, string? local) => block.Statements
        .Where(statement => statement.SpanStart >= store.Span.End)
        .LastOrDefault(statement => statement.DescendantNodes().OfType<ExpressionSyntax>().Any(node =>
            node.IsEquivalentTo(field, topLevel: false) || (local is not null && node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == local)));
}
