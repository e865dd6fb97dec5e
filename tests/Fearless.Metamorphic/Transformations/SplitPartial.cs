using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class SplitPartial : Transformation
{
    public override string Name => "split-partial";

    public override string Precondition => "a class with fields and methods";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override TypeDeclarationSyntax Complete(TypeDeclarationSyntax was, TypeDeclarationSyntax now)
        {
            var kept = was.Members.Count(static m => m is MethodDeclarationSyntax);
            if (was is not ClassDeclarationSyntax { Parent: BaseNamespaceDeclarationSyntax or CompilationUnitSyntax } || kept == 0 || kept == was.Members.Count || !Sites.Take())
                return now;
            var name = was.Identifier.ValueText + was.TypeParameterList;
            var methods = string.Concat(now.Members.Where(static m => m is MethodDeclarationSyntax).Select(static m => m.ToFullString()));
            AddType($"{(was.Modifiers.Any(SyntaxKind.StaticKeyword) ? "static " : "")}{(was.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe " : "")}partial class {name}\n{{\n{methods}}}");
            var rest = now.WithMembers([.. now.Members.Where(static m => m is not MethodDeclarationSyntax)]);
            return was.Modifiers.Any(SyntaxKind.PartialKeyword) ? rest
                : rest.WithModifiers(rest.Modifiers.Count == 0 ? [Partial.WithLeadingTrivia(rest.Keyword.LeadingTrivia)] : rest.Modifiers.Add(Partial))
                    .WithKeyword(rest.Modifiers.Count == 0 ? rest.Keyword.WithLeadingTrivia() : rest.Keyword);
        }

        private static SyntaxToken Partial => SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
    }
}
