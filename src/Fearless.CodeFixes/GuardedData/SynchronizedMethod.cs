using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Where the others are synchronized as a whole, the method that is not becomes so as well.</summary>
internal static class SynchronizedMethod
{
    public static FixOffer? For(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method
            || node.Ancestors().TakeWhile(around => around != method).Any(static around => around is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            || method.Modifiers.Any(SyntaxKind.AsyncKeyword) || method.DescendantNodes().Any(static inner => inner is YieldStatementSyntax)
            || AttributeOf(model.GetDeclaredSymbol(type, cancellationToken), cancellationToken) is not { } attribute)
        {
            return null;
        }

        return new FixOffer("Make the method synchronized, as the others are", "TakeLock", (editor, session) =>
        {
            if (!session.Once(method))
                return;
            var name = Imports.NameOf(editor, session, method, "System.Runtime.CompilerServices", "MethodImplAttribute");
            var list = name == "MethodImplAttribute"
                ? attribute.ToString() : attribute.ToString().Replace(attribute.Name.ToString(), name).Replace("MethodImplOptions", "global::System.Runtime.CompilerServices.MethodImplOptions");
            var added = ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"[{list}] void M() {{ }}")!).AttributeLists[0];
            editor.ReplaceNode(method, (current, _) => With((MethodDeclarationSyntax)current, added, LineEndings.In(editor.OriginalRoot)));
        });
    }

    private static MethodDeclarationSyntax With(MethodDeclarationSyntax method, AttributeListSyntax added, SyntaxTrivia endOfLine)
    {
        var leading = method.GetLeadingTrivia();
        var indentation = StatementEdits.Indentation(method);
        return method.WithLeadingTrivia(indentation).WithAttributeLists(method.WithLeadingTrivia(indentation).AttributeLists.Insert(0, added.WithLeadingTrivia(leading).WithTrailingTrivia(endOfLine)));
    }

    /// <summary>The attribute that the first synchronized method has, of the type or of a base class.</summary>
    private static AttributeSyntax? AttributeOf(INamedTypeSymbol? type, CancellationToken cancellationToken)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(static method => method.DeclaringSyntaxReferences.Length == 1))
            {
                if (method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is MethodDeclarationSyntax declaration
                    && declaration.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(static attribute => attribute.ToString().EndsWith("MethodImplOptions.Synchronized)", System.StringComparison.Ordinal)) is { } found)
                    return found;
            }
        }

        return null;
    }
}
