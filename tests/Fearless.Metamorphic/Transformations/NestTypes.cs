using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class NestTypes : Transformation
{
    public override string Name => "nest-types";

    public override string Precondition => "all types of a file that declares a class and no extension method, delegate apart";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private bool _nests;

        public override SyntaxNode? VisitCompilationUnit(CompilationUnitSyntax node)
        {
            _nests = node.DescendantNodes().OfType<MethodDeclarationSyntax>().All(static m => !m.ParameterList.Parameters.Any(static p => p.Modifiers.Any(SyntaxKind.ThisKeyword)))
                && node.DescendantNodes().All(static n => n is not GlobalStatementSyntax)
                && Sites.Take();
            var now = (CompilationUnitSyntax)base.VisitCompilationUnit(node)!;
            return _nests && now.Members.All(static m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) ? now.WithMembers(Nested(now.Members)) : now;
        }

        public override SyntaxNode? VisitFileScopedNamespaceDeclaration(FileScopedNamespaceDeclarationSyntax node)
        {
            var now = (FileScopedNamespaceDeclarationSyntax)base.VisitFileScopedNamespaceDeclaration(node)!;
            return _nests ? now.WithMembers(Nested(now.Members)) : now;
        }

        public override SyntaxNode? VisitNamespaceDeclaration(NamespaceDeclarationSyntax node)
        {
            var now = (NamespaceDeclarationSyntax)base.VisitNamespaceDeclaration(node)!;
            return _nests && now.Members.All(static m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) ? now.WithMembers(Nested(now.Members)) : now;
        }

        private SyntaxList<MemberDeclarationSyntax> Nested(SyntaxList<MemberDeclarationSyntax> members) =>
            [SyntaxFactory.ParseMemberDeclaration($$"""
                public static class {{Fresh("Outer")}}
                {
                {{string.Concat(members.Select(static m => Visible(m)))}}
                }

                """)!];

        /// <summary>Without a modifier, a nested type would be private.</summary>
        private static string Visible(MemberDeclarationSyntax type) =>
            type.Modifiers.Any(static m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.FileKeyword)
                ? type.ToFullString()
                : type.WithoutLeadingTrivia() is var bare && bare is BaseTypeDeclarationSyntax { AttributeLists.Count: > 0 }
                    ? type.AddModifiers(SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTrailingTrivia(SyntaxFactory.Space)).ToFullString()
                    : type.GetLeadingTrivia().ToFullString() + "internal " + bare.ToFullString();
    }
}
