using System;
using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>A part of a statement becomes the body of a function.</summary>
internal abstract class Extraction(ExtractionTarget target, string what) : Transformation
{
    public override string Name => $"extract-{what}-to-" + target switch
    {
        ExtractionTarget.Method => "method",
        ExtractionTarget.LocalFunction => "local-function",
        ExtractionTarget.StaticHelper => "static-helper",
        _ => "extension",
    };

    public override string Precondition =>
        "no await, yield, jump, assignment to outer variables or marked parameter inside; what it reads of them changes in no copy; an extension sees no private member";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites, this, target);

    /// <summary>What is extracted from a statement: itself, its condition, its block.</summary>
    protected abstract SyntaxNode? PartOf(StatementSyntax statement);

    private sealed class Rewriter(SemanticModel model, Sites sites, Extraction extraction, ExtractionTarget target) : SiteRewriter(model, sites)
    {
        private readonly Dictionary<StatementSyntax, ExtractedPart> _plans = [];
        private SyntaxNode? _moved;

        public override SyntaxNode? Visit(SyntaxNode? node)
        {
            if (node is StatementSyntax statement && _plans.Count(p => node.Ancestors().Contains(p.Key)) == 0
                && extraction.PartOf(statement) is { } part
                && ExtractedPart.Of(part, Model) is { } plan
                && Fits(plan)
                && Sites.Take())
            {
                _plans.Add(statement, plan);
            }

            if (target is not (ExtractionTarget.StaticHelper or ExtractionTarget.Extension) || node?.Parent is null || !_plans.Values.Any(p => p.Node == node))
                return base.Visit(node);
            var outer = _moved;
            _moved = node;
            var now = base.Visit(node);
            _moved = outer;
            return now;
        }

        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now) => _moved is null ? null : was switch
        {
            ThisExpressionSyntax => "self",
            SimpleNameSyntax name when Receivers.IsImplicit(name, Model) => "self." + Text(now),
            _ => null,
        };

        protected override string? Replace(StatementSyntax was, StatementSyntax now)
        {
            if (!_plans.TryGetValue(was, out var plan))
                return null;
            var part = extraction.PartOf(now)!;
            var isMarked = Marks.IsIn(part.ToFullString());
            var name = Fresh("Extracted");
            var result = plan.IsCondition ? "bool" : "void";
            var body = plan.IsCondition ? $"return {Text(part)};" : Inside((StatementSyntax)part);
            var mark = isMarked ? Marks.Mark : "";
            var call = target switch
            {
                ExtractionTarget.LocalFunction => $"{name}(){mark}",
                ExtractionTarget.StaticHelper => $"{name}({string.Join(", ", plan.Arguments.Prepend("this"))}){mark}",
                ExtractionTarget.Extension => $"this.{name}({string.Join(", ", plan.Arguments)}){mark}",
                _ => $"{name}({string.Join(", ", plan.Arguments)}){mark}",
            };
            var self = Code.NameOf(plan.Type) + " self";
            var declaration = target switch
            {
                ExtractionTarget.LocalFunction => $"{result} {name}()",
                ExtractionTarget.StaticHelper => $"private static {result} {name}({string.Join(", ", plan.Parameters.Prepend(self))})",
                ExtractionTarget.Extension => $"internal static {result} {name}({string.Join(", ", plan.Parameters.Prepend("this " + self))})",
                _ => $"private {(plan.IsStatic ? "static " : "")}{result} {name}({string.Join(", ", plan.Parameters)})",
            };
            var function = $$"""
                {{declaration}}
                {
                    {{body}}
                }
                """;
            if (target == ExtractionTarget.Extension)
                AddType($"internal static class {name}Holder\n{{\n{function}\n}}");
            else if (target != ExtractionTarget.LocalFunction)
                AddMember(function);

            var rest = plan.IsCondition ? now.ReplaceNode(part, SyntaxFactory.ParseExpression(call))
                : part == now ? SyntaxFactory.ParseStatement(call + ";")
                : now.ReplaceNode(part, SyntaxFactory.ParseStatement($"{{\n{call};\n}}\n"));
            return (target == ExtractionTarget.LocalFunction ? function + "\n" : "") + Text(rest);
        }

        private bool Fits(ExtractedPart plan) => target switch
        {
            ExtractionTarget.LocalFunction => true,
            ExtractionTarget.StaticHelper => plan is { IsStatic: false, UsesThis: true, Type.IsReferenceType: true },
            ExtractionTarget.Extension => plan is { IsStatic: false, UsesThis: true, UsesPrivate: false, Type: { IsReferenceType: true, IsGenericType: false } },
            _ => plan.Type.IsReferenceType,
        };
    }
}
