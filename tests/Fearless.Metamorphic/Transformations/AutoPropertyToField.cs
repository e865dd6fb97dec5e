using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class AutoPropertyToField : Transformation
{
    public override string Name => "auto-property-to-field";

    public override string Precondition => "a property with get and set that implements, overrides and initializes nothing";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
        {
            var now = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
            if (node.AccessorList is not { } accessors || accessors.Accessors.Any(static a => a.Body is not null || a.ExpressionBody is not null || a.Keyword.IsKind(SyntaxKind.InitKeyword))
                || node.AttributeLists.Count > 0
                || Model.GetDeclaredSymbol(node) is not { IsAbstract: false, IsVirtual: false, IsOverride: false, IsRequired: false } property
                || property.ContainingType is not { TypeKind: TypeKind.Class, IsRecord: false }
                || property.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers()).Any(m => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(m), property))
                || !Sites.Take())
            {
                return now;
            }

            var modifiers = string.Concat(now.Modifiers.Select(static m => m.ToFullString().TrimStart()));
            return SyntaxFactory.ParseMemberDeclaration(
                $"{modifiers}{(property.SetMethod is null ? "readonly " : "")}{Text(now.Type)} {now.Identifier.ToFullString().Trim()}{(now.Initializer is { } value ? " " + Text(value) : "")};\n")!
                .WithLeadingTrivia(node.GetLeadingTrivia());
        }
    }
}
