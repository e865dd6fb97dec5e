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

/// <summary>Returns a copy that is made under the lock.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CopyOutFix)), Shared]
public sealed class CopyOutFix() : FearlessCodeFix(Descriptors.FEAR4006_GuardedDataEscape)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax node
            || Returned(node) is not { } returned || !CanBeSpread(returned, model))
        {
            return [];
        }

        if (diagnostic.Properties.TryGetValue(GuardFacts.HeldKey, out var held) && held == "true")
            return [new FixOffer("Return a copy", "CopyOut", (editor, _) => editor.ReplaceNode(returned, static (current, _) => Copy((ExpressionSyntax)current)))];
        if (MissingLock.At(node, diagnostic, model) is not { } gate || LockedRegion.Around(node, gate, model) is not { } apply)
            return [];
        return
        [
            new FixOffer($"Return a copy made under '{gate.Expression}'", "CopyOut", (editor, session) =>
            {
                editor.ReplaceNode(returned, static (current, _) => Copy((ExpressionSyntax)current));
                apply(editor, session);
            }),
        ];
    }

    /// <summary>The whole expression that goes out: the field, its view, or the query over it.</summary>
    private static ExpressionSyntax? Returned(ExpressionSyntax node)
    {
        SyntaxNode current = node;
        while (current.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax)
            current = current.Parent;
        return current is ExpressionSyntax expression && (current.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax || IsStored(expression)) ? expression : null;
    }

    /// <summary>It goes out in another object, or through a parameter.</summary>
    private static bool IsStored(ExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax or TupleExpressionSyntax } => true,
        ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
        AssignmentExpressionSyntax assignment => assignment.Right == value,
        ConditionalExpressionSyntax choice => choice.Condition != value,
        _ => false,
    };

    internal static ExpressionSyntax Copy(ExpressionSyntax source)
    {
        // A view made for the caller is not needed over a copy of its own.
        if (source is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsReadOnly" } view })
            source = view.Expression;
        return SyntaxFactory.ParseExpression($"[.. {source.WithoutTrivia()}]").WithTriviaFrom(source);
    }

    internal static bool CanBeSpread(ExpressionSyntax returned, SemanticModel model)
    {
        if (((CSharpParseOptions)returned.SyntaxTree.Options).LanguageVersion < LanguageVersion.CSharp12 || model.GetTypeInfo(returned).ConvertedType is not { } target)
            return false;
        return target is IArrayTypeSymbol
            || (target is INamedTypeSymbol { TypeArguments.Length: 1 } named && named.Name is "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "ICollection" or "IList" or "List" or "HashSet");
    }
}
