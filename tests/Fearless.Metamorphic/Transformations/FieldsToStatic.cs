using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class FieldsToStatic : Transformation
{
    public override string Name => "fields-to-static";

    public override string Precondition => "all instance fields of a class are private, changed by no constructor, and without attributes";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    /// <summary>A static is shared by every thread: what a rule says of the members of one object, these two say of it.</summary>
    public override IEnumerable<string> Expected(string rule) => [rule, "FEAR4003", "FEAR4012"];

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            if (Model.GetDeclaredSymbol(node) is { IsGenericType: false } type
                && type.GetMembers().All(m => m.IsStatic || m is not (IFieldSymbol or IPropertySymbol or IEventSymbol)
                    || (m is IFieldSymbol { AssociatedSymbol: null, DeclaredAccessibility: Accessibility.Private } && m.GetAttributes().Length == 0)
                    || (m is IPropertySymbol && !type.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, m))))
                && type.GetMembers().Any(static m => m is IFieldSymbol { IsStatic: false })
                && type.InstanceConstructors.All(static c => c.IsImplicitlyDeclared)
                && Sites.Take())
            {
                _types.Add(type);
            }

            return base.VisitClassDeclaration(node);
        }

        public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
        {
            var now = (FieldDeclarationSyntax)base.VisitFieldDeclaration(node)!;
            return Model.GetDeclaredSymbol(node.Declaration.Variables[0]) is IFieldSymbol { IsStatic: false, IsConst: false } field && _types.Contains(field.ContainingType)
                && node.Modifiers is [var first, ..]
                    ? now.WithModifiers(now.Modifiers.Insert(first.IsKind(SyntaxKind.PrivateKeyword) ? 1 : 0, SyntaxFactory.Token(SyntaxKind.StaticKeyword).WithTrailingTrivia(SyntaxFactory.Space)))
                    : now;
        }

        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now) =>
            was is MemberAccessExpressionSyntax access && SymbolOf(access) is IFieldSymbol field && _types.Contains(field.ContainingType) && !field.IsStatic
                ? $"{field.ContainingType.Name}.{Text(((MemberAccessExpressionSyntax)now).Name)}"
                : null;
    }
}
