using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Program;

/// <summary>Lambdas and local functions, by their syntax.</summary>
internal static class FunctionSyntax
{
    public static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    /// <summary>The lambda or local function around the node that is in no other one; null: it is the member's own code.</summary>
    public static SyntaxNode? Outermost(SyntaxNode node)
    {
        SyntaxNode? found = null;
        for (var around = node; around is not (null or MemberDeclarationSyntax); around = around.Parent)
        {
            if (IsFunction(around))
                found = around;
        }

        return found;
    }

    /// <summary>It has a <c>yield</c> of its own.</summary>
    public static bool IsIterator(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or ExpressionSyntax)))
        {
            if (node is YieldStatementSyntax)
                return true;
        }

        return false;
    }
}
