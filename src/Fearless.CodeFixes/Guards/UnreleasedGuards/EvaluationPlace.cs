using System.Linq;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.CodeFixes;

/// <summary>Whether an expression can be evaluated before the rest of its statement without a change to what the program does.</summary>
internal static class EvaluationPlace
{
    /// <summary>Whenever the statement, or the expression body, is run, the expression is evaluated, once.</summary>
    public static bool IsUnconditional(ExpressionSyntax expression)
    {
        for (SyntaxNode node = expression; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax:
                    return false;
                case StatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax:
                    return true;
                case ConditionalExpressionSyntax choice when choice.Condition != node:
                case ConditionalAccessExpressionSyntax access when access.Expression != node:
                case BinaryExpressionSyntax binary when binary.Right == node
                    && binary.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression:
                case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment when assignment.Right == node:
                case SwitchExpressionArmSyntax or QueryClauseSyntax or SelectOrGroupClauseSyntax or CatchFilterClauseSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Before it, the statement takes no lock (whose order would be turned round), and calls nothing that may take this one.</summary>
    public static bool IsFirst(GuardSite site)
    {
        foreach (var node in site.Statement.DescendantNodes(child => child == site.Statement || child is not (StatementSyntax or AnonymousFunctionExpressionSyntax)))
        {
            if (node.Span.End > site.Acquisition.SpanStart || node is not InvocationExpressionSyntax call)
                continue;
            if (site.Model.GetOperation(call, site.CancellationToken) is IInvocationOperation operation && LockCatalog.EffectOf(operation) is not null)
                return false;
        }

        return !HeldOver.IsTrouble(site, [.. site.Statement.DescendantNodes().Where(node => node.Span.End <= site.Acquisition.SpanStart)]);
    }
}
