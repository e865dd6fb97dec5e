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

/// <summary>Fix of FEAR7010: the sender is disposed before the loop, or the writer completed before the return.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnclosedChannelFix)), Shared]
public sealed class UnclosedChannelFix() : FearlessCodeFix(Descriptors.FEAR7010_UnclosedChannel)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || !diagnostic.Properties.TryGetValue(UnclosedChannel.NameKey, out var name) || name is null || diagnostic.AdditionalLocations.Count == 0)
            return [];
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return node.FirstAncestorOrSelf<StatementSyntax>() is ReturnStatementSyntax exit
            ? [new FixOffer("Complete it before", nameof(UnclosedChannelFix), (editor, session) =>
            {
                if (!session.Once(exit))
                    return;
                if (exit.Parent is BlockSyntax)
                    editor.InsertBefore(exit, Placed($"{name};", exit));
                else
                    editor.ReplaceNode(exit, SyntaxFactory.Block(SyntaxFactory.ParseStatement($"{name};").WithTrailingTrivia(LineEndings.Of(exit)), exit.WithoutTrivia()).WithTriviaFrom(exit).WithAdditionalAnnotations(Formatter.Annotation));
            })]
            : DisposeFirst(root, diagnostic, name);
    }

    private static IReadOnlyList<FixOffer> DisposeFirst(SyntaxNode root, Diagnostic diagnostic, string name)
    {
        if (root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax } loop)
            return [];
        return
        [
            new FixOffer($"Dispose '{name}' before the loop", nameof(UnclosedChannelFix), (editor, session) =>
            {
                if (session.Once((loop, name)))
                    editor.InsertBefore(loop, Placed($"{name}.Dispose();", loop));
            }),
        ];
    }

    private static StatementSyntax Placed(string text, StatementSyntax before) => SyntaxFactory.ParseStatement(text)
        .WithLeadingTrivia(before.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1))
        .WithTrailingTrivia(LineEndings.Of(before))
        .WithAdditionalAnnotations(Formatter.Annotation);
}
