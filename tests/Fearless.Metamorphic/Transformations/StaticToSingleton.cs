using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class StaticToSingleton : Transformation
{
    public override string Name => "static-to-singleton";

    public override string Precondition => "a static class without extension methods, constants and nested types";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);

        public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
        {
            foreach (var declaration in node.DescendantNodes().OfType<ClassDeclarationSyntax>())
            {
                if (Model.GetDeclaredSymbol(declaration) is { IsStatic: true, IsGenericType: false } type
                    && declaration.Members.All(static m => m is FieldDeclarationSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax or EventFieldDeclarationSyntax)
                    && type.GetMembers().All(static m => m is not IMethodSymbol { IsExtensionMethod: true } and not IMethodSymbol { IsExtern: true } and not IFieldSymbol { IsConst: true }
                        && m.GetAttributes().Length == 0)
                    && Sites.Take())
                {
                    _types.Add(type);
                }
            }

            return base.VisitCompilationUnit(node);
        }

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            var isMoved = Model.GetDeclaredSymbol(node) is { } type && _types.Contains(type);
            var now = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
            if (!isMoved)
                return now;
            var members = now.Members.Select(static m => m.WithModifiers([.. m.Modifiers.Where(static t => !t.IsKind(SyntaxKind.StaticKeyword))]).WithLeadingTrivia(m.GetLeadingTrivia()));
            var instance = SyntaxFactory.ParseMemberDeclaration($"\n    public static readonly {node.Identifier.ValueText} Instance = new();\n")!;
            return now.WithMembers([.. members.Append(instance)])
                .WithModifiers([.. now.Modifiers.Select(static t => t.IsKind(SyntaxKind.StaticKeyword) ? SyntaxFactory.Token(t.LeadingTrivia, SyntaxKind.SealedKeyword, t.TrailingTrivia) : t)]);
        }

        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now) =>
            was is SimpleNameSyntax { Parent: MemberAccessExpressionSyntax access } name && access.Expression == name && SymbolOf(name) is INamedTypeSymbol type && _types.Contains(type)
                ? Text(now) + ".Instance"
                : null;
    }
}
