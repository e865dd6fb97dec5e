using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>A place under one <c>lock</c> statement, and under no other of its function.</summary>
internal static class NestedLock
{
    /// <summary>Null: there is none around the node, or more than one.</summary>
    public static LockStatementSyntax? OuterOf(SyntaxNode node)
    {
        LockStatementSyntax? only = null;
        foreach (var around in node.Ancestors().TakeWhile(static around => around is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (around is not LockStatementSyntax statement || statement.Expression.Span.Contains(node.Span))
                continue;
            if (only is not null)
                return null;
            only = statement;
        }

        return only;
    }

    /// <summary>The <c>lock</c> statement that the node is the object of.</summary>
    public static LockStatementSyntax? InnerOf(SyntaxNode node) =>
        node is ExpressionSyntax && node.Parent is LockStatementSyntax statement && statement.Expression == node ? statement : null;

    /// <summary>Nothing else is done under the outer one.</summary>
    public static bool IsAllOf(LockStatementSyntax inner, LockStatementSyntax outer) =>
        outer.Statement == inner || (outer.Statement is BlockSyntax { Statements.Count: 1 } block && block.Statements[0] == inner);

    /// <summary>The expression means the same before the statement.</summary>
    public static bool IsKnownBefore(ExpressionSyntax expression, StatementSyntax statement)
    {
        var declared = statement.DescendantNodes().Select(static node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
            ForEachStatementSyntax loop => loop.Identifier.ValueText,
            _ => null,
        }).ToList();
        return expression.DescendantNodesAndSelf().All(node => node is IdentifierNameSyntax { Identifier.ValueText: var name } ? !declared.Contains(name)
            : node is MemberAccessExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax or GenericNameSyntax);
    }
}
