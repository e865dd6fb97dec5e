using System.Collections.Generic;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LockToScope : Transformation
{
    public override string Name => "lock-to-scope";

    public override string Precondition => "a field that holds a new object and is named in lock statements alone, which do not await or yield";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    /// <summary>The field becomes a System.Threading.Lock, and its regions scopes.</summary>
    private sealed class Rewriter : SiteRewriter
    {
        private readonly HashSet<ISymbol> _gates = new(SymbolEqualityComparer.Default);

        public Rewriter(SemanticModel model, Sites sites)
            : base(model, sites)
        {
            foreach (var gate in Gates.PureGates(model, new Uses(model)))
            {
                if (sites.Take())
                    _gates.Add(gate);
            }
        }

        public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
            node.Declaration.Variables is [var variable] && Model.GetDeclaredSymbol(variable) is { } field && _gates.Contains(field)
                ? node.WithDeclaration(node.Declaration.WithType(SyntaxFactory.ParseTypeName("global::System.Threading.Lock").WithTriviaFrom(node.Declaration.Type))
                    .WithVariables([variable.WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression("new()")))]))
                : base.VisitFieldDeclaration(node);

        protected override string? Replace(StatementSyntax was, StatementSyntax now) =>
            was is LockStatementSyntax { Expression: var gate } && SymbolOf(gate) is { } field && _gates.Contains(field)
                ? $$"""
                    using ({{Text(((LockStatementSyntax)now).Expression)}}.EnterScope())
                    {
                        {{Inside(((LockStatementSyntax)now).Statement)}}
                    }
                    """
                : null;
    }
}
