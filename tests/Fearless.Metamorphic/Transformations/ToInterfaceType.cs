using System.Collections.Generic;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ToInterfaceType : Transformation
{
    public override string Name => "to-interface-type";

    public override string Precondition => "a field of a collection type that is created at its declaration";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private static readonly Dictionary<string, string> _interfaces = new()
        {
            ["List"] = "IList",
            ["Dictionary"] = "IDictionary",
            ["HashSet"] = "ISet",
            ["ConcurrentDictionary"] = "IDictionary",
        };

        public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
        {
            var now = (FieldDeclarationSyntax)base.VisitFieldDeclaration(node)!;
            if (node.Declaration is not { Type: GenericNameSyntax type, Variables: [{ Initializer.Value: { } value }] }
                || !_interfaces.TryGetValue(type.Identifier.ValueText, out var name)
                || value is not (BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax { Elements.Count: 0 })
                || !Sites.Take())
            {
                return now;
            }

            var variable = now.Declaration.Variables[0];
            var created = variable.Initializer!.Value is ImplicitObjectCreationExpressionSyntax creation ? Text(creation.ArgumentList) + creation.Initializer : "()";
            var initializer = variable.Initializer.Value is ObjectCreationExpressionSyntax ? variable.Initializer
                : SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression($" new {Text(now.Declaration.Type)}{created}"));
            var arguments = Text(((GenericNameSyntax)now.Declaration.Type).TypeArgumentList);
            return now.WithDeclaration(now.Declaration
                .WithType(SyntaxFactory.ParseTypeName($"global::System.Collections.Generic.{name}{arguments}").WithTriviaFrom(now.Declaration.Type))
                .WithVariables([variable.WithInitializer(initializer)]));
        }
    }
}
