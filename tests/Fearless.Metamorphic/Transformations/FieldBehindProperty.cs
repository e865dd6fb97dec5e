using System.Collections.Generic;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class FieldBehindProperty : Transformation
{
    public override string Name => "field-behind-property";

    public override string Precondition =>
        "a private field of a class without attributes, not volatile, never used by reference, of a type that changes in no copy";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    /// <summary>Everybody but constructors goes through a private property.</summary>
    private sealed class Rewriter : SiteRewriter
    {
        private readonly Dictionary<ISymbol, string> _properties = new(SymbolEqualityComparer.Default);

        public Rewriter(SemanticModel model, Sites sites)
            : base(model, sites)
        {
            foreach (var field in FieldProperties.Of(model, new Uses(model)))
            {
                if (field.DeclaredAccessibility == Accessibility.Private && !field.ContainingType.IsGenericType && sites.Take())
                    _properties.Add(field, sites.Fresh("The" + char.ToUpperInvariant(field.Name.TrimStart('_')[0]) + field.Name.TrimStart('_')[1..]));
            }
        }

        public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
        {
            if (node.Declaration.Variables is [var variable] && Model.GetDeclaredSymbol(variable) is IFieldSymbol field && _properties.TryGetValue(field, out var property))
            {
                var setter = field.IsReadOnly ? "" : $" set => {field.Name} = value;";
                AddMember($"private {(field.IsStatic ? "static " : "")}{Text(node.Declaration.Type).Replace(Marks.Mark, "")} {property} {{ get => {field.Name};{setter} }}");
            }

            return base.VisitFieldDeclaration(node);
        }

        public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
            SymbolOf(node) is IFieldSymbol field && _properties.TryGetValue(field, out var property)
            && node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null && node.FirstAncestorOrSelf<AttributeSyntax>() is null
                ? node.WithIdentifier(SyntaxFactory.Identifier(node.Identifier.LeadingTrivia, property, node.Identifier.TrailingTrivia))
                : base.VisitIdentifierName(node);
    }
}
