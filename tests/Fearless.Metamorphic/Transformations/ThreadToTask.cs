using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class ThreadToTask : Transformation
{
    public override string Name => "thread-to-task";

    public override string Precondition => "a local that holds a thread of a function in sight, and is started and joined alone";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter(SemanticModel model, Sites sites) : SiteRewriter(model, sites)
    {
        private readonly HashSet<ISymbol> _threads = new(SymbolEqualityComparer.Default);

        public override SyntaxNode? VisitVariableDeclaration(VariableDeclarationSyntax node)
        {
            if (node.Variables is not [{ Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var work], Initializer: null or { Expressions.Count: 0 } } } variable]
                || Model.GetDeclaredSymbol(variable) is not ILocalSymbol { Type.Name: "Thread" } thread
                || Model.GetTypeInfo(work.Expression).ConvertedType?.Name != "ThreadStart"
                || !node.FirstAncestorOrSelf<MemberDeclarationSyntax>()!.DescendantNodes().OfType<IdentifierNameSyntax>()
                    .Where(n => SymbolEqualityComparer.Default.Equals(SymbolOf(n), thread)).All(static n => n.Parent is MemberAccessExpressionSyntax
                    {
                        Name.Identifier.ValueText: "Start" or "Join", Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Parent: ExpressionStatementSyntax }
                    })
                || !Sites.Take())
            {
                return base.VisitVariableDeclaration(node);
            }

            _threads.Add(thread);
            var now = (VariableDeclarationSyntax)base.VisitVariableDeclaration(node)!;
            var creation = (BaseObjectCreationExpressionSyntax)now.Variables[0].Initializer!.Value;
            return now.WithType(SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.Task ")).WithVariables([now.Variables[0].WithInitializer(
                SyntaxFactory.EqualsValueClause(SyntaxFactory.ParseExpression($"new global::System.Threading.Tasks.Task{Text(creation.ArgumentList!)}")))]);
        }

        protected override string? Replace(ExpressionSyntax was, ExpressionSyntax now) =>
            was is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" } access && SymbolOf(access.Expression) is { } thread && _threads.Contains(thread)
                ? $"{Text(((MemberAccessExpressionSyntax)now).Expression)}.Wait{(Marks.IsIn(now.ToFullString()) ? Marks.Mark : "")}"
                : null;
    }
}
