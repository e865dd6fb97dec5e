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
using Microsoft.CodeAnalysis.FindSymbols;

namespace Fearless.CodeFixes;

/// <summary>The lock cannot be replaced any more, where nothing in the solution replaces it but the object's construction.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReplaceableLockFix() : FearlessCodeFix(Descriptors.FEAR3017_ReplaceableLock)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return [];
        var node = root.FindNode(diagnostic.Location.SourceSpan);
        if (model.GetDeclaredSymbol(node, cancellationToken) is not { IsVirtual: false, IsOverride: false, IsAbstract: false } member
            || await IsReplacedAsync(member, document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        switch (node)
        {
            case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1, Modifiers.Count: > 0 } field } when !field.Modifiers.Any(SyntaxKind.VolatileKeyword):
                var keyword = SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space);
                return [new FixOffer($"Make '{member.Name}' readonly", "NotReplaceable", (editor, _) => editor.ReplaceNode(field, field.AddModifiers(keyword)))];
            case PropertyDeclarationSyntax { AccessorList.Accessors: { Count: 2 } accessors } when accessors.All(static accessor => accessor.Body is null && accessor.ExpressionBody is null)
                && accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) is { } setter && !Implements(member):
                return [new FixOffer($"Take out the setter of '{member.Name}'", "NotReplaceable", (editor, _) => editor.RemoveNode(setter, SyntaxRemoveOptions.KeepNoTrivia))];
            default:
                return [];
        }
    }

    private static bool Implements(ISymbol member) => member.ContainingType.AllInterfaces.SelectMany(static contract => contract.GetMembers())
        .Any(contract => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(contract), member));

    private static async Task<bool> IsReplacedAsync(ISymbol member, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var found in await SymbolFinder.FindReferencesAsync(member, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var reference in found.Locations)
            {
                var root = await reference.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root?.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true) is { } use && IsWrite(use) && !IsConstruction(use, member))
                    return true;
            }
        }

        return false;
    }

    private static bool IsWrite(SyntaxNode use)
    {
        if (use.Parent is MemberAccessExpressionSyntax access && access.Name == use)
            use = access;
        return use.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == use,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    /// <summary>In a constructor of the very type, of the very object.</summary>
    private static bool IsConstruction(SyntaxNode use, ISymbol member) => use.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is { } constructor
        && constructor.Identifier.ValueText == member.ContainingType.Name && constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == member.IsStatic
        && use.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null
        && use.Parent is AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };
}
