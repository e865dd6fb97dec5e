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

/// <summary>The first to ask runs the factory; the others wait.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RepeatedFactoryFix() : FearlessCodeFix(Descriptors.FEAR6006_RepeatedFactory)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax mode
            || NameIn(mode) is not { Identifier.ValueText: "PublicationOnly" } name)
        {
            return [];
        }

        var other = SyntaxFactory.IdentifierName("ExecutionAndPublication").WithTriviaFrom(name);
        return [new FixOffer("Run the factory once", "RunOnce", (editor, _) => editor.ReplaceNode(name, other))];
    }

    private static SimpleNameSyntax? NameIn(ExpressionSyntax mode) => mode switch
    {
        MemberAccessExpressionSyntax member => member.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
