using System.Collections.Generic;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LambdaToLocalFunction : Transformation
{
    public override string Name => "lambda-to-local-function";

    public override string Precondition => "a lambda that is an argument of a call or creation in a statement of a block";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly Dictionary<StatementSyntax, List<string>> _functions = [];

        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now)
        {
            if (was is not AnonymousFunctionExpressionSyntax lambda || Lambdas.StatementOf(lambda) is not { } statement
                || Lambdas.Signature(lambda, Model) is not { } signature || !Sites.Take())
            {
                return null;
            }

            var name = Fresh("Work");
            if (!_functions.TryGetValue(statement, out var list))
                _functions.Add(statement, list = []);
            list.Add(Lambdas.Function(signature, name, (AnonymousFunctionExpressionSyntax)now));
            return name + (Marks.IsIn(now.ToFullString()) ? Marks.Mark : "");
        }

        protected override string? Replace(StatementSyntax was, StatementSyntax now) =>
            _functions.TryGetValue(was, out var functions) ? string.Join('\n', functions) + "\n" + Text(now) : null;
    }
}
