using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class MonitorToLock : Transformation
{
    public override string Name => "monitor-to-lock";

    public override string Precondition => "Monitor.Enter(x) right before a try without catch clauses, whose finally is Monitor.Exit(x) alone";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly Dictionary<StatementSyntax, string> _regions = [];

        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (_regions.TryGetValue(was, out var name))
            {
                return $$"""
                    lock ({{name}})
                    {
                        {{Inside(((TryStatementSyntax)now).Block)}}
                    }
                    """;
            }

            if (GateOf(was, "Enter") is not { } gate
                || was.Parent is not BlockSyntax block
                || block.Statements.ElementAtOrDefault(block.Statements.IndexOf(was) + 1) is not TryStatementSyntax { Catches.Count: 0, Finally.Block.Statements: [var last] } next
                || GateOf(last, "Exit") is not { } released
                || !SyntaxFactory.AreEquivalent(gate, released)
                || !Sites.Take())
            {
                return null;
            }

            _regions.Add(next, Text(((InvocationExpressionSyntax)((ExpressionStatementSyntax)now).Expression).ArgumentList.Arguments[0]));
            return "";
        }

        private ExpressionSyntax? GateOf(StatementSyntax statement, string method) =>
            statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [var argument] } call }
            && SymbolOf(call) is IMethodSymbol { ContainingType.Name: "Monitor" } target && target.Name == method && Code.IsPath(argument.Expression)
                ? argument.Expression
                : null;
    }
}
