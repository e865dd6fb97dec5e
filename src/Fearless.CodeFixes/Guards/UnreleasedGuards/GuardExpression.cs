using System.Threading;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>From the call that acquires to the expression that is the guard: <c>await m.LockAsync().ConfigureAwait(false)</c>.</summary>
internal static class GuardExpression
{
    public static ExpressionSyntax Around(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax value = call;
        while (true)
        {
            var isGuard = IsGuard(value, model, cancellationToken);
            switch (value.Parent)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    value = parenthesized;
                    break;
                case AwaitExpressionSyntax awaited:
                    value = awaited;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    value = suppressed;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result when !isGuard && result.Expression == value:
                    value = result;
                    break;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax wrapped } member when !isGuard && member.Expression == value
                    && model.GetOperation(wrapped, cancellationToken) is Microsoft.CodeAnalysis.Operations.IInvocationOperation operation
                    && LockTasks.Inner(operation) is not null:
                    value = wrapped;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>The expression as an initial value: without parentheses, and awaited if nobody did that yet.</summary>
    public static ExpressionSyntax Initial(GuardSite site)
    {
        var value = site.Acquisition;
        while (value is ParenthesizedExpressionSyntax parenthesized)
            value = parenthesized.Expression;
        var isTask = site.Model.GetTypeInfo(value, site.CancellationToken).Type is { Name: "Task" or "ValueTask" };
        value = value.WithoutTrivia();
        return isTask ? SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), value) : value;
    }

    private static bool IsGuard(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(value, cancellationToken).Type is { } type && (LockCatalog.IsGuard(type) || type.Name == "IDisposable");
}
