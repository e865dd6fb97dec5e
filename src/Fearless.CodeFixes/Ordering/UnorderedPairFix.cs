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

/// <summary>The two locks are taken in the order of a key of their objects, or of their places in the array.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnorderedPairFix() : StepwiseCodeFix(Descriptors.FEAR5003_UnorderedPair)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (NestedLock.OuterOf(node) is not { Parent: BlockSyntax } outer || NestedLock.InnerOf(node) is not { } inner || !NestedLock.IsAllOf(inner, outer)
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        return (outer.Expression, inner.Expression) switch
        {
            (ElementAccessExpressionSyntax first, ElementAccessExpressionSyntax second) => ByIndex(root, model, first, second),
            var (first, second) when OwnerOf(first) is { } one && OwnerOf(second) is { } other => ByKey(root, model, outer, inner, one, other),
            _ => null,
        };
    }

    private static FixStep? ByIndex(SyntaxNode root, SemanticModel model, ElementAccessExpressionSyntax first, ElementAccessExpressionSyntax second)
    {
        if (first.Expression.ToString() != second.Expression.ToString() || !IsNumber(model, first) || !IsNumber(model, second))
            return null;
        var math = model.LookupNamespacesAndTypes(first.SpanStart, name: "Math").Any() ? "Math" : "System.Math";
        var indexes = $"({first.ArgumentList.Arguments[0]}, {second.ArgumentList.Arguments[0]})";
        return new FixStep(
            "Take the lower one first", nameof(ByIndex),
            root.ReplaceNodes([first, second], (old, _) => SyntaxFactory.ParseExpression($"{first.Expression}[{math}.{(old == first ? "Min" : "Max")}{indexes}]").WithTriviaFrom(old)));
    }

    private static bool IsNumber(SemanticModel model, ElementAccessExpressionSyntax element) =>
        element.ArgumentList.Arguments.Count == 1 && model.GetTypeInfo(element.ArgumentList.Arguments[0].Expression).Type?.SpecialType == SpecialType.System_Int32;

    /// <summary>The object whose lock it is, as it is written; empty: this.</summary>
    private static string? OwnerOf(ExpressionSyntax gate) => gate switch
    {
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => "",
        MemberAccessExpressionSyntax access => access.Expression.ToString(),
        IdentifierNameSyntax => "",
        _ => null,
    };

    private static FixStep? ByKey(SyntaxNode root, SemanticModel model, LockStatementSyntax outer, LockStatementSyntax inner, string one, string other)
    {
        if (model.GetSymbolInfo(outer.Expression).Symbol is not IFieldSymbol { IsStatic: false, ContainingType: { IsGenericType: false } owner }
            || owner.DeclaringSyntaxReferences.Length != 1 || outer.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax type
            || !owner.DeclaringSyntaxReferences[0].Span.Equals(type.Span))
        {
            return null;
        }

        var key = KeyOf(owner);
        var name = key ?? FreshNames.At(model, type, "_lockOrder");
        var counter = FreshNames.At(model, type, "s_lastLockOrder");
        var (first, second) = (FreshNames.At(model, outer, "first"), FreshNames.At(model, outer, "second"));
        var (a, b) = (outer.Expression.WithoutTrivia().ToString(), inner.Expression.WithoutTrivia().ToString());
        var choice = SyntaxFactory.ParseStatement($"var ({first}, {second}) = {Dot(one, name)} < {Dot(other, name)} ? ({a}, {b}) : ({b}, {a});")
            .WithLeadingTrivia(outer.GetLeadingTrivia()).WithTrailingTrivia(LineEndings.Of(root)).WithAdditionalAnnotations(Formatter.Annotation);
        var locks = outer.ReplaceNodes(
            [outer.Expression, inner.Expression], (old, _) => SyntaxFactory.IdentifierName(old == outer.Expression ? first : second).WithTriviaFrom(old))
            .WithLeadingTrivia(outer.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        var changed = type.ReplaceNode(outer, [choice, locks]);
        if (key is null)
            changed = WithKey(changed, root, name, counter);
        return new FixStep("Take the locks in a fixed order", nameof(ByKey), root.ReplaceNode(type, changed));
    }

    private static string Dot(string owner, string name) => owner.Length == 0 ? name : $"{owner}.{name}";

    /// <summary>A number that each object has for life and that tells it from the others, by its name.</summary>
    private static string? KeyOf(INamedTypeSymbol owner)
    {
        foreach (var member in owner.GetMembers())
        {
            var (type, isFixed) = member switch
            {
                IFieldSymbol { IsReadOnly: true, IsStatic: false, IsImplicitlyDeclared: false } field => (field.Type, true),
                IPropertySymbol { IsStatic: false, IsIndexer: false } property => (property.Type, property.SetMethod is null && property.GetMethod is not null),
                _ => (null, false),
            };
            if (isFixed && type!.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 && member.Name.TrimStart('_').ToLowerInvariant() is "id" or "number" or "rank" or "key" or "order" or "sequence" or "lockorder")
                return member.Name;
        }

        return null;
    }

    private static ClassDeclarationSyntax WithKey(ClassDeclarationSyntax type, SyntaxNode root, string name, string counter)
    {
        var interlocked = root.DescendantNodes().OfType<UsingDirectiveSyntax>().Any(static use => use.Name?.ToString() == "System.Threading") ? "Interlocked" : "System.Threading.Interlocked";
        var end = LineEndings.Of(root);
        var indent = type.Members[0].GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
        return type.WithMembers(type.Members.InsertRange(0, new[] { $"private static long {counter};", $"private readonly long {name} = {interlocked}.Increment(ref {counter});" }
            .Select(text => SyntaxFactory.ParseMemberDeclaration(text)!.WithLeadingTrivia(indent).WithTrailingTrivia(end))));
    }
}
