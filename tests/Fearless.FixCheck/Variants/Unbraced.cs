using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.FixCheck;

/// <summary>A body of one statement needs no braces.</summary>
internal sealed class Unbraced : CSharpSyntaxRewriter
{
    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        if (node.Parent is not (IfStatementSyntax { Else: null } or WhileStatementSyntax or ForStatementSyntax or ForEachStatementSyntax or LockStatementSyntax or UsingStatementSyntax)
            || visited.Statements is not [ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax])
            return visited;
        var only = visited.Statements[0];
        return node.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
            ? only
            : only.WithLeadingTrivia().WithTrailingTrivia(visited.CloseBraceToken.TrailingTrivia);
    }
}
