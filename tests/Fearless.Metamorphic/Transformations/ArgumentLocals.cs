using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ArgumentLocals : Transformation
{
    public override string Name => "argument-locals";

    public override string Precondition =>
        "a statement that is a call on a path of names, whose arguments are values of a type that can be written, not functions, references or names";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (was is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call }
                || !Code.IsPath(call.Expression)
                || !arguments.All(IsPlain)
                || !arguments.Any(argument => !IsConstant(argument))
                || !Sites.Take())
            {
                return null;
            }

            var rewritten = (InvocationExpressionSyntax)((ExpressionStatementSyntax)now).Expression;
            var locals = new List<string>();
            var passed = arguments.Zip(rewritten.ArgumentList.Arguments, (before, after) =>
            {
                if (IsConstant(before))
                    return Text(after);
                var local = Fresh("value");
                locals.Add($"{Code.NameOf(Model.GetTypeInfo(before.Expression).Type)} {local} = {Text(after.Expression)};\n");
                return local + (Marks.IsIn(after.ToFullString()) ? Marks.Mark : "");
            }).ToList();
            return $"{string.Concat(locals)}{Text(rewritten.Expression)}({string.Join(", ", passed)});";
        }

        private bool IsConstant(ArgumentSyntax argument) => Model.GetConstantValue(argument.Expression).HasValue;

        private bool IsPlain(ArgumentSyntax argument) =>
            argument.RefKindKeyword.RawKind == 0
            && argument.NameColon is null
            && !Code.DeclaresVariables(argument)
            && argument.Expression is not AnonymousFunctionExpressionSyntax and not InterpolatedStringExpressionSyntax
            && Model.GetTypeInfo(argument.Expression) is { Type: { TypeKind: not TypeKind.Delegate } type }
            && Code.NameOf(type) is not null;
    }
}
