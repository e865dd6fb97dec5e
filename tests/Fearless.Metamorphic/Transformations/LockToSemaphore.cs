using System.Collections.Generic;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LockToSemaphore : Transformation
{
    public override string Name => "lock-to-semaphore";

    public override string Precondition =>
        "a field that holds a new object, is named in lock statements alone, and whose regions name no member that takes it again";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter : SiteRewriter
    {
        private readonly HashSet<ISymbol> _gates = new(SymbolEqualityComparer.Default);

        public Rewriter(SemanticModel model, Sites sites)
            : base(model, sites)
        {
            var uses = new Uses(model);
            foreach (var gate in Gates.PureGates(model, uses))
            {
                if (Gates.IsNeverReentered(gate, uses) && sites.Take())
                    _gates.Add(gate);
            }
        }

        public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
            node.Declaration.Variables is [var variable] && Model.GetDeclaredSymbol(variable) is { } field && _gates.Contains(field)
                ? node.WithDeclaration(node.Declaration.WithType(SyntaxFactory.ParseTypeName("global::System.Threading.SemaphoreSlim").WithTriviaFrom(node.Declaration.Type))
                    .WithVariables([variable.WithInitializer(SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression("new(1, 1)")))]))
                : base.VisitFieldDeclaration(node);

        protected override string? Replace(StatementSyntax was, StatementSyntax now) =>
            was is LockStatementSyntax { Expression: var gate } && SymbolOf(gate) is { } field && _gates.Contains(field)
                ? $$"""
                    {{Text(((LockStatementSyntax)now).Expression)}}.Wait();
                    try
                    {
                        {{Inside(((LockStatementSyntax)now).Statement)}}
                    }
                    finally
                    {
                        {{Gates.Unmarked(((LockStatementSyntax)now).Expression)}}.Release();
                    }
                    """
                : null;
    }
}
