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

/// <summary>Fix of FEAR2010: the disposal moves behind the wait for the work, or a wait is put before it where the handle is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisposedUnderWorkFix)), Shared]
public sealed class DisposedUnderWorkFix() : FearlessCodeFix(Descriptors.FEAR2010_DisposedUnderWork)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || diagnostic.AdditionalLocations.Count < 2 || diagnostic.AdditionalLocations[1] is not { } location || location.SourceTree != root.SyntaxTree
            || root.FindNode(location.SourceSpan).FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax block } disposal)
        {
            return [];
        }

        var wait = block.Statements.SkipWhile(statement => statement != disposal).Skip(1).FirstOrDefault(statement => Waits(statement, model, cancellationToken));
        if (wait is not null)
        {
            return [new FixOffer("Dispose it after the wait", nameof(DisposedUnderWorkFix), (editor, session) =>
            {
                if (!session.Once(disposal))
                    return;
                editor.RemoveNode(disposal, SyntaxRemoveOptions.KeepNoTrivia);
                editor.InsertAfter(wait, StatementEdits.Moved(disposal, LineEndings.Of(disposal)).WithAdditionalAnnotations(Formatter.Annotation));
            })];
        }

        if (block.Statements.First() == disposal || JoinOf(diagnostic, root, model, disposal) is not { } join)
            return [];
        return [new FixOffer("Wait for the work before", nameof(DisposedUnderWorkFix), (editor, session) =>
        {
            if (session.Once(block))
                editor.InsertBefore(disposal, Placed(join, disposal));
        })];
    }

    /// <summary>The statement waits for a task or thread that the object keeps.</summary>
    private static bool Waits(StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var node in statement.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
        {
            var handle = node switch
            {
                AwaitExpressionSyntax await => await.Expression,
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" or "Wait" } member } => member.Expression,
                _ => null,
            };
            if (handle is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } configured })
                handle = configured.Expression;
            if (handle is not null && model.GetSymbolInfo(handle, cancellationToken).Symbol is IFieldSymbol or IPropertySymbol && model.GetTypeInfo(handle, cancellationToken).Type?.Name is "Task" or "Thread")
                return true;
        }

        return false;
    }

    /// <summary>The work's handle is in a field that always holds it.</summary>
    private static ExpressionSyntax? JoinOf(Diagnostic diagnostic, SyntaxNode root, SemanticModel model, SyntaxNode disposal)
    {
        if (FixFacts.CallOf(diagnostic) is not { } span || !root.FullSpan.Contains(span) || root.FindNode(span, getInnermostNodeForTie: true) is not ExpressionSyntax call
            || call.Parent is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } || model.GetSymbolInfo(name).Symbol is not IFieldSymbol { IsReadOnly: true } field)
        {
            return null;
        }

        return field.Type.Name switch
        {
            "Thread" => SyntaxFactory.ParseExpression($"{name}.Join()"),
            "Task" when Awaits.AreAllowedAt(disposal) => Awaits.Of(name),
            _ => null,
        };
    }

    private static StatementSyntax Placed(ExpressionSyntax join, StatementSyntax before) => SyntaxFactory.ExpressionStatement(join)
        .WithLeadingTrivia(before.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1))
        .WithTrailingTrivia(LineEndings.Of(before))
        .WithAdditionalAnnotations(Formatter.Annotation);
}
