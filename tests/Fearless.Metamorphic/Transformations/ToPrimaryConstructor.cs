using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ToPrimaryConstructor : Transformation
{
    public override string Name => "to-primary-constructor";

    public override string Precondition => "a class whose only constructor does nothing but store its parameters, which are not used elsewhere, in fields";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override TypeDeclarationSyntax Complete(TypeDeclarationSyntax was, TypeDeclarationSyntax now)
        {
            if (was is not ClassDeclarationSyntax { ParameterList: null, BaseList: null } || was.Members.OfType<ConstructorDeclarationSyntax>().ToList() is not [{ Initializer: null } constructor]
                || constructor.Body is not { Statements.Count: > 0 } body
                || StoredIn(body) is not { } stored
                || !Sites.Take())
            {
                return now;
            }

            var rewritten = now.Members.OfType<ConstructorDeclarationSyntax>().Single();
            var members = now.Members.Where(m => m != rewritten).Select(member =>
                member is FieldDeclarationSyntax { Declaration.Variables: [var variable] } field && stored.TryGetValue(variable.Identifier.ValueText, out var value)
                    ? field.WithDeclaration(field.Declaration.WithVariables([variable.WithIdentifier(variable.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
                        .WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression(" " + value)))]))
                    : member);
            return now.WithMembers([.. members]).WithIdentifier(now.Identifier.WithTrailingTrivia())
                .WithParameterList(SyntaxFactory.ParseParameterList(Text(rewritten.ParameterList)).WithTrailingTrivia(SyntaxFactory.LineFeed));
        }

        private Dictionary<string, string>? StoredIn(BlockSyntax body)
        {
            var stored = new Dictionary<string, string>();
            foreach (var statement in body.Statements)
            {
                if (statement is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
                    || SymbolOf(assignment.Left) is not IFieldSymbol { IsStatic: false } field
                    || Code.DeclarationOf(field) is not { Declaration.Variables: [{ Initializer: null }] }
                    || SymbolOf(assignment.Right) is not IParameterSymbol parameter
                    || !stored.TryAdd(field.Name, parameter.Name))
                {
                    return null;
                }
            }

            return stored;
        }
    }
}
