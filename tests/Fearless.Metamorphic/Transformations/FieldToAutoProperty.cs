using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class FieldToAutoProperty : Transformation
{
    public override string Name => "field-to-auto-property";

    public override string Precondition => "a field of a class without attributes, not volatile, never used by reference, of a type that changes in no copy";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter : SiteRewriter
    {
        private readonly HashSet<ISymbol> _fields = new(SymbolEqualityComparer.Default);

        public Rewriter(SemanticModel model, Sites sites)
            : base(model, sites)
        {
            foreach (var field in FieldProperties.Of(model, new Uses(model)))
            {
                if (sites.Take())
                    _fields.Add(field);
            }
        }

        public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
        {
            if (node.Declaration.Variables is not [var variable] || Model.GetDeclaredSymbol(variable) is not IFieldSymbol field || !_fields.Contains(field))
                return base.VisitFieldDeclaration(node);
            var now = (FieldDeclarationSyntax)base.VisitFieldDeclaration(node)!;
            var modifiers = string.Concat(now.Modifiers.Where(static m => !m.IsKind(SyntaxKind.ReadOnlyKeyword)).Select(static m => m.ToFullString().TrimStart() + " "));
            var initializer = now.Declaration.Variables[0].Initializer is { } value ? $" {Text(value)};" : "";
            return SyntaxFactory.ParseMemberDeclaration(
                $"{modifiers}{Text(now.Declaration.Type)} {Text(now.Declaration.Variables[0].WithInitializer(null))} {{ get; {(field.IsReadOnly ? "" : "set; ")}}}{initializer}\n")!
                .WithLeadingTrivia(node.GetLeadingTrivia());
        }
    }
}
