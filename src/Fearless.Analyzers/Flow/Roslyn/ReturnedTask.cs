using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// <c>return LoadAsync();</c> as the last thing that a function does: nothing of its own runs beside the work, and whoever gets the task awaits
/// it, as with a method that is async itself.
/// </summary>
internal static class ReturnedTask
{
    public static bool IsReturned(SyntaxNode call)
    {
        var value = call;
        while (value.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or SwitchExpressionArmSyntax or SwitchExpressionSyntax
            || (value.Parent is ConditionalExpressionSyntax choice && choice.Condition != value)
            || (value.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression })
            || IsWrapped(value))
        {
            value = value.Parent is ArgumentSyntax ? value.Parent.Parent!.Parent! : value.Parent!;
        }

        return value.Parent switch
        {
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax } => true,
            ReturnStatementSyntax statement => !HasRest(statement),
            _ => false,
        };
    }

    /// <summary><c>new ValueTask&lt;T&gt;(LoadAsync())</c></summary>
    private static bool IsWrapped(SyntaxNode value) =>
        value.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: ImplicitObjectCreationExpressionSyntax or ObjectCreationExpressionSyntax { Type: SimpleNameSyntax { Identifier.ValueText: "ValueTask" } } } };

    /// <summary>Something is still done after the return: a block that ends a scope.</summary>
    private static bool HasRest(SyntaxNode statement)
    {
        for (var around = statement; around.Parent is { } parent && parent is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax); around = parent)
        {
            switch (parent)
            {
                case TryStatementSyntax { Finally: not null } or UsingStatementSyntax or LockStatementSyntax:
                    return true;
                case BlockSyntax block:
                    foreach (var earlier in block.Statements)
                    {
                        if (earlier == around)
                            break;
                        if (earlier is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword })
                            return true;
                    }

                    break;
            }
        }

        return false;
    }
}
