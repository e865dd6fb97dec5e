using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>The task is awaited, so that the scope is about what it gives.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class DisposedTaskFix() : FearlessCodeFix(Descriptors.FEAR7004_DisposedTask)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax task || !task.CanAwait()
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || model.GetTypeInfo(task, cancellationToken).Type is not INamedTypeSymbol { TypeArguments: { Length: 1 } results })
        {
            return [];
        }

        var declared = (task.Parent as EqualsValueClauseSyntax)?.Parent?.Parent as VariableDeclarationSyntax;
        var offer = new FixOffer("Await the task", nameof(DisposedTaskFix), (editor, session) =>
        {
            if (!session.Once(task))
                return;
            editor.ReplaceNode(task, task.Awaited());
            if (declared is { Type: { IsVar: false } type })
                editor.ReplaceNode(type, SyntaxFactory.ParseTypeName(results[0].ToMinimalDisplayString(model, type.SpanStart)).WithTriviaFrom(type));
        });
        return await Trial.HoldsAsync(document, offer, cancellationToken).ConfigureAwait(false) ? [offer] : [];
    }
}
