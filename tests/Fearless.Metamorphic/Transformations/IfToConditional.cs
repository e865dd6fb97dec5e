using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class IfToConditional : Transformation
{
    public override string Name => "if-to-conditional";

    public override string Precondition => "two branches that assign the same variable, or an if that returns before a return";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly HashSet<StatementSyntax> _merged = [];

        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (_merged.Contains(was))
                return "";
            if (was is not IfStatementSyntax test || Code.DeclaresVariables(test.Condition))
                return null;
            var rewritten = (IfStatementSyntax)now;
            if (Assignment(test.Statement) is { } first && Assignment(test.Else?.Statement) is { } second
                && SyntaxFactory.AreEquivalent(first.Left, second.Left) && Code.IsPath(first.Left) && Sites.Take())
            {
                var whenTrue = Assignment(rewritten.Statement)!;
                return $"{Text(whenTrue.Left)} = {Text(rewritten.Condition)}\n? {Text(whenTrue.Right)}\n: {Text(Assignment(rewritten.Else!.Statement)!.Right)};";
            }

            if (test.Else is null && Returned(test.Statement) is not null && test.Parent is BlockSyntax block
                && block.Statements.ElementAtOrDefault(block.Statements.IndexOf(test) + 1) is ReturnStatementSyntax { Expression: { } otherwise } next
                && otherwise.DescendantNodesAndSelf().All(static n => n is not AnonymousFunctionExpressionSyntax)
                && Sites.Take())
            {
                _merged.Add(next);
                return $"return {Text(rewritten.Condition)}\n? {Text(Returned(rewritten.Statement)!)}\n: {Text((ExpressionSyntax)base.Visit(otherwise)!)};";
            }

            return null;
        }

        private static AssignmentExpressionSyntax? Assignment(StatementSyntax? branch) => branch switch
        {
            BlockSyntax { Statements: [ExpressionStatementSyntax only] } => Assignment(only),
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } => assignment,
            _ => null,
        };

        private static ExpressionSyntax? Returned(StatementSyntax branch) => branch switch
        {
            BlockSyntax { Statements: [ReturnStatementSyntax only] } => Returned(only),
            ReturnStatementSyntax { Expression: { } value } => value,
            _ => null,
        };
    }
}
