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
using Microsoft.CodeAnalysis.Simplification;

namespace Fearless.CodeFixes;

/// <summary>The promise gets the option, added to those that it has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class InlineContinuationFix() : FearlessCodeFix(Descriptors.FEAR7002_InlineContinuation)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not BaseObjectCreationExpressionSyntax { ArgumentList: { } arguments, Initializer: null } creation
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return [];
        }

        var option = SyntaxFactory.ParseExpression("System.Threading.Tasks.TaskCreationOptions.RunContinuationsAsynchronously").WithAdditionalAnnotations(Simplifier.Annotation);
        var options = arguments.Arguments.FirstOrDefault(argument => model.GetTypeInfo(argument.Expression, cancellationToken).Type?.Name == "TaskCreationOptions");
        var added = options is null
            ? arguments.AddArguments(SyntaxFactory.Argument(option))
            : arguments.ReplaceNode(options.Expression, SyntaxFactory.BinaryExpression(SyntaxKind.BitwiseOrExpression, options.Expression, option));
        return [new FixOffer("Run continuations asynchronously", "RunContinuationsAsynchronously", (editor, _) =>
            editor.ReplaceNode(creation, creation.WithArgumentList(added.WithAdditionalAnnotations(Formatter.Annotation))))];
    }
}
