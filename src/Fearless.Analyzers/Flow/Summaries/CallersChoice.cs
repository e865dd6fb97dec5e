using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Code that runs only if the caller says so (<c>if (!isHeld) Enter…</c>), or only if the lock is not held already. A summary that knows
/// nothing of the arguments leaves it out.
/// </summary>
internal static class CallersChoice
{
    public static bool Decides(SyntaxNode node, IMethodSymbol method)
    {
        for (var current = node; current?.Parent is { } parent && current is not MemberDeclarationSyntax; current = parent)
        {
            var condition = parent switch
            {
                IfStatementSyntax choice when choice.Condition != current => choice.Condition,
                ConditionalExpressionSyntax choice when choice.Condition != current => choice.Condition,
                SwitchStatementSyntax choice when choice.Expression != current => choice.Expression,
                BinaryExpressionSyntax { OperatorToken.Text: "&&" or "||" } both when both.Right == current => both.Left,
                _ => null,
            };
            if (condition is not null && AsksCaller(condition, method))
                return true;
            if (parent is BlockSyntax block && LeavesBefore(block, current, method))
                return true;
        }

        return false;
    }

    /// <summary><c>if (isHeld) return;</c></summary>
    private static bool LeavesBefore(BlockSyntax block, SyntaxNode statement, IMethodSymbol method)
    {
        foreach (var earlier in block.Statements)
        {
            if (earlier == statement)
                return false;
            if (earlier is IfStatementSyntax choice && AsksCaller(choice.Condition, method) && Leaves(choice.Statement))
                return true;
        }

        return false;
    }

    private static bool Leaves(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax => true,
        BlockSyntax { Statements: { Count: > 0 } statements } => Leaves(statements[statements.Count - 1]),
        _ => false,
    };

    private static bool AsksCaller(ExpressionSyntax condition, IMethodSymbol method)
    {
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is not IdentifierNameSyntax { Identifier.ValueText: var name })
                continue;
            if (name is "IsEntered" or "IsHeldByCurrentThread" or "IsReadLockHeld" or "IsWriteLockHeld" or "IsUpgradeableReadLockHeld" or "IsLockHeld")
                return true;
            foreach (var parameter in method.Parameters)
            {
                if (parameter.Name == name && (parameter.Type.SpecialType == SpecialType.System_Boolean || parameter.Type.TypeKind == TypeKind.Enum))
                    return true;
            }
        }

        return false;
    }
}
