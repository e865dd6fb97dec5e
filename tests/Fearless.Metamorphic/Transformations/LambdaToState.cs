using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class LambdaToState : Transformation
{
    public override string Name => "lambda-to-state";

    public override string Precondition => "a Task.Run of a lambda that is not async and names this object, and variables of known type that nobody changes";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private AnonymousFunctionExpressionSyntax? _moved;

        public override SyntaxNode? Visit(SyntaxNode? node)
        {
            if (node is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: ParenthesizedLambdaExpressionSyntax lambda }] } call || _moved is not null
                || !Spawns.IsRun(call, Model)
                || SymbolOf(lambda) is not IMethodSymbol { ReturnsVoid: true, Parameters.IsEmpty: true }
                || lambda.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not ClassDeclarationSyntax
                || Model.GetEnclosingSymbol(lambda.SpanStart) is not { IsStatic: false, ContainingType: { } type }
                || CapturesOf(lambda) is not { } captured
                || !Sites.Take())
            {
                return base.Visit(node);
            }

            _moved = lambda;
            var body = (ParenthesizedLambdaExpressionSyntax)base.Visit(lambda)!;
            _moved = null;
            var state = Fresh("state");
            var names = captured.Select(static v => v.Name).ToList();
            var types = captured.Select(static v => Code.NameOf(v is ILocalSymbol local ? local.Type : ((IParameterSymbol)v).Type)!);
            var unpacked = names.Count == 0
                ? $"var self = ({Code.NameOf(type)}){state}!;"
                : $"var (self{string.Concat(names.Select(static n => ", " + n))}) = (({Code.NameOf(type)}{string.Concat(types.Select(static t => ", " + t))})){state}!;";
            var packed = names.Count == 0 ? "this" : $"(this{string.Concat(names.Select(static n => ", " + n))})";
            var mark = Marks.IsIn(call.Expression.ToFullString()) ? Marks.Mark : "";
            var statements = body.Block is { } block ? Inside(block) : Text(body.ExpressionBody!) + ";";
            return SyntaxFactory.ParseExpression($$"""
                global::System.Threading.Tasks.Task.Factory.StartNew{{mark}}(static {{state}} =>
                {
                    {{unpacked}}
                    {{statements}}
                }, {{packed}})
                """).WithTriviaFrom(call);
        }

        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now) => _moved is null ? null : was switch
        {
            ThisExpressionSyntax => "self",
            SimpleNameSyntax name when Receivers.IsImplicit(name, Model) => "self." + Text(now),
            _ => null,
        };

        private List<ISymbol>? CapturesOf(LambdaExpressionSyntax lambda)
        {
            if (Model.AnalyzeDataFlow(lambda) is not { Succeeded: true } flow || flow.WrittenInside.Any(v => !flow.VariablesDeclared.Contains(v)))
                return null;
            var captured = flow.ReadInside.Where(v => v is not IParameterSymbol { IsThis: true } && !flow.VariablesDeclared.Contains(v)).ToList();
            return captured.All(v => v is ILocalSymbol or IParameterSymbol && Code.NameOf(v is ILocalSymbol l ? l.Type : ((IParameterSymbol)v).Type) is not null
                && !IsChanged(v, lambda)) ? captured : null;
        }

        /// <summary>A copy would not see it.</summary>
        private bool IsChanged(ISymbol variable, SyntaxNode lambda) =>
            lambda.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n =>
                n.Identifier.ValueText == variable.Name
                && n.Parent is PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }
                    or AssignmentExpressionSyntax && (n.Parent is not AssignmentExpressionSyntax assignment || assignment.Left == n));
    }
}
