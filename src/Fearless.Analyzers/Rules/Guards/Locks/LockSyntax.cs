using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>Where a call that takes or releases a lock stands.</summary>
internal static class LockSyntax
{
    public static string TargetText(SyntaxNode acquisition) => acquisition switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Expression.ToString(),
        InvocationExpressionSyntax call => call.Expression.ToString(),
        _ => acquisition.ToString(),
    };

    /// <summary>The lambda, local function or member that the node is in.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            if (current is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax or AccessorDeclarationSyntax)
                return current;
        }

        return null;
    }

    public static StatementSyntax? StatementAround(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>();

    /// <summary>The <c>try</c> whose <c>finally</c> always runs the statement; null: there is none, or it is run only sometimes.</summary>
    public static TryStatementSyntax? TryReleasedBy(SyntaxNode release)
    {
        var statement = StatementAround(release);
        if (statement is not ExpressionStatementSyntax)
            return null;
        SyntaxNode? current = statement.Parent;
        while (current is BlockSyntax or LockStatementSyntax or UnsafeStatementSyntax or CheckedStatementSyntax)
        {
            if (current.Parent is FinallyClauseSyntax { Parent: TryStatementSyntax around })
                return around;
            current = current.Parent;
        }

        return null;
    }

    public static bool IsInLoop(SyntaxNode node, SyntaxNode? upTo)
    {
        for (var current = node.Parent; current is not null && current != upTo; current = current.Parent)
        {
            if (current is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
                return true;
        }

        return false;
    }
}
