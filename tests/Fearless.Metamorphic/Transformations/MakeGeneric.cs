using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class MakeGeneric : Transformation
{
    public override string Name => "make-generic";

    public override string Precondition => "a class that is not generic, static, nested or a base, and has no static field";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);
        private bool _isCollected;

        public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
        {
            if (!_isCollected)
            {
                _isCollected = true;
                var bases = node.DescendantNodes().OfType<BaseTypeSyntax>().Select(b => SymbolOf(b.Type)).ToHashSet(SymbolEqualityComparer.Default);
                foreach (var declaration in node.DescendantNodes().OfType<ClassDeclarationSyntax>())
                {
                    if (declaration is { TypeParameterList: null, Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax }
                        && Model.GetDeclaredSymbol(declaration) is { IsStatic: false } type && !bases.Contains(type)
                        && type.GetMembers().All(static m => m is not IFieldSymbol { IsStatic: true, IsConst: false } and not IMethodSymbol { IsExtensionMethod: true })
                        && type.BaseType?.SpecialType == SpecialType.System_Object
                        && Sites.Take())
                    {
                        _types.Add(type);
                    }
                }
            }

            return base.VisitCompilationUnit(node);
        }

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            var now = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
            return Model.GetDeclaredSymbol(node) is { } type && _types.Contains(type)
                ? now.WithIdentifier(now.Identifier.WithTrailingTrivia())
                    .WithTypeParameterList(SyntaxFactory.TypeParameterList([SyntaxFactory.TypeParameter("TAny")]).WithTrailingTrivia(now.Identifier.TrailingTrivia))
                : now;
        }

        public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node)
        {
            if (SymbolOf(node) is not { } symbol || !_types.Contains(symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType : symbol)
                || symbol is IMethodSymbol || node.IsVar)
            {
                return base.VisitIdentifierName(node);
            }

            var inside = node.Ancestors().OfType<ClassDeclarationSyntax>().Any(c => SymbolEqualityComparer.Default.Equals(Model.GetDeclaredSymbol(c), symbol));
            return SyntaxFactory.ParseName($"{node.Identifier.ValueText}<{(inside ? "TAny" : "int")}>").WithTriviaFrom(node);
        }
    }
}
