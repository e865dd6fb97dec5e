using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

internal static class Loops
{
    /// <summary>Null: the code is in no loop of its member.</summary>
    public static SyntaxNode? OutermostAround(SyntaxNode syntax)
    {
        SyntaxNode? loop = null;
        for (var around = syntax.Parent; around is not (null or MemberDeclarationSyntax); around = around.Parent)
        {
            if (around is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax)
                loop = around;
        }

        return loop;
    }
}
