using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class EarlyReturnToIf : Transformation
{
    public override string Name => "early-return-to-if";

    public override string Precondition => "an if that only returns, in a method without result";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        public override SyntaxNode? VisitBlock(BlockSyntax node)
        {
            var guard = node.Statements.FirstOrDefault(IsGuard);
            if (guard is null || node.Parent is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)
                || guard == node.Statements.Last() || node.Statements.Any(static s => s is LocalFunctionStatementSyntax) || !Sites.Take())
                return base.VisitBlock(node);
            var block = (BlockSyntax)base.VisitBlock(node)!;
            // Statements may have become several: the guard is the one that still returns alone.
            var index = block.Statements.IndexOf(IsGuard);
            var test = (IfStatementSyntax)block.Statements[index];
            var rest = string.Concat(block.Statements.Skip(index + 1).Select(static s => s.ToFullString()));
            return block.WithStatements([.. block.Statements.Take(index), SyntaxFactory.ParseStatement($$"""
                if (!({{Text(test.Condition)}}))
                {
                    {{rest}}
                }

                """)]);
        }

        private static bool IsGuard(StatementSyntax statement) =>
            statement is IfStatementSyntax { Else: null, Condition: var condition, Statement: ReturnStatementSyntax { Expression: null } or BlockSyntax { Statements: [ReturnStatementSyntax { Expression: null }] } }
            && !Code.DeclaresVariables(condition);
    }
}
