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

namespace Fearless.CodeFixes;

/// <summary>Fix of FEAR2006: a task that nobody waits for is awaited where it is started, if the method is async.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisposedWhileUsedFix)), Shared]
public sealed class DisposedWhileUsedFix() : FearlessCodeFix(Descriptors.FEAR2006_DisposedWhileUsed)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || FixFacts.CallOf(diagnostic) is not { } span || !root.FullSpan.Contains(span)
            || root.FindNode(span, getInnermostNodeForTie: true) is not InvocationExpressionSyntax call || !Awaits.AreAllowedAt(call)
            || model.GetTypeInfo(call, cancellationToken).Type is not { Name: "Task" })
        {
            return [];
        }

        ExpressionSyntax? whole = call.Parent switch
        {
            ExpressionStatementSyntax => call,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard => discard,
            _ => null,
        };
        return whole is null
            ? []
            : [new FixOffer("Await the work here", nameof(DisposedWhileUsedFix), (editor, session) =>
            {
                if (session.Once(whole))
                    editor.ReplaceNode(whole, Awaits.Of(call).WithTriviaFrom(whole));
            })];
    }
}
