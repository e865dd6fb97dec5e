using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ConditionLocal : Transformation
{
    public override string Name => "condition-local";

    public override string Precondition => "the condition of an if that declares no variables and follows no else";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not IfStatementSyntax { Parent: not ElseClauseSyntax, Condition: var condition }
                || condition is LiteralExpressionSyntax
                || Code.DeclaresVariables(condition)
                || !Sites.Take())
            {
                return null;
            }

            var test = (IfStatementSyntax)now;
            var holds = Fresh("holds");
            return $"""
                bool {holds} = {Text(test.Condition)};
                if ({holds}{(Marks.IsIn(test.Condition.ToFullString()) ? Marks.Mark : "")})
                {Text(test.Statement)}
                {(test.Else is null ? "" : Text(test.Else))}
                """;
        }
    }
}
