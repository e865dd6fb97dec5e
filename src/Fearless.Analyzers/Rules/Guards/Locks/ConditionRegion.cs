using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>The code from where the lock of a condition is taken to where it is released.</summary>
internal static class ConditionRegion
{
    /// <summary>The <c>lock</c> statement, or the function, if it takes the lock itself; null: the lock is the caller's, and so is the loop.</summary>
    public static SyntaxNode? Around(ConditionFact fact)
    {
        foreach (var held in fact.Locks)
        {
            if (!held.Path.Equals(fact.Path))
                continue;
            var function = LockSyntax.FunctionAround(fact.Syntax);
            if (LockSyntax.FunctionAround(held.Acquisition) != function)
                return null;
            return held.Acquisition.Parent as LockStatementSyntax ?? function;
        }

        return null;
    }

    /// <summary>The function that gets the guard for itself; null: it is given the guard.</summary>
    public static SyntaxNode? OfGuard(SyntaxNode wait)
    {
        if (LockSyntax.FunctionAround(wait) is not { } function
            || wait is not InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } || arguments[0].Expression is not IdentifierNameSyntax guard)
        {
            return null;
        }

        foreach (var node in function.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax variable && variable.Identifier.ValueText == guard.Identifier.ValueText)
                return function;
        }

        return null;
    }

    /// <summary>After the wait, the condition is tested before anything relies on it.</summary>
    public static bool IsTestedAgain(SyntaxNode wait, SyntaxNode region)
    {
        var hasTest = false;
        SyntaxNode current = wait;
        for (var parent = wait.Parent; parent is not null && current != region; current = parent, parent = parent.Parent)
        {
            if (parent is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax)
                return true;
            if (parent is LabeledStatementSyntax)
                return true;
            if (parent is IfStatementSyntax or SwitchSectionSyntax or ConditionalExpressionSyntax)
                hasTest = true;

            // Whatever else is done after the wait: the loop is not left before its condition was tested again.
            if (parent.Parent is WhileStatementSyntax { Condition: not LiteralExpressionSyntax } or DoStatementSyntax { Condition: not LiteralExpressionSyntax })
                return true;

            // Something comes after the wait, and goes by what was tested before it.
            if (parent is BlockSyntax block && block.Statements.IndexOf((StatementSyntax)current) < block.Statements.Count - 1)
                return RestarsAt(block.Statements, block.Statements.IndexOf((StatementSyntax)current) + 1);
            if (parent is LockStatementSyntax && parent == region)
                break;
        }

        // The last thing under the lock: a loop around the lock takes it again and tests again, if what it tests is under the lock at all.
        return region is LockStatementSyntax ? hasTest && LockSyntax.IsInLoop(region, LockSyntax.FunctionAround(region)) : hasTest;
    }

    /// <summary>After this region, and not before its pulse, another under the same lock changes something.</summary>
    public static SyntaxNode? ChangeAfter(LockStatementSyntax region)
    {
        if (region.Parent is not BlockSyntax block || !OnlyPulses(region.Statement))
            return null;
        var index = block.Statements.IndexOf(region);
        for (var i = 0; i < index; i++)
        {
            if (FirstWrite(block.Statements[i]) is not null)
                return null;
        }

        for (var i = index + 1; i < block.Statements.Count; i++)
        {
            if (block.Statements[i] is LockStatementSyntax later && later.Expression.ToString() == region.Expression.ToString() && FirstWrite(later.Statement) is { } write)
                return write;
        }

        return null;
    }

    private static bool RestarsAt(SyntaxList<StatementSyntax> statements, int next) =>
        statements[next] is ContinueStatementSyntax or GotoStatementSyntax || statements[next] is IfStatementSyntax or ReturnStatementSyntax { Expression: null };

    private static bool OnlyPulses(StatementSyntax body)
    {
        foreach (var node in body.DescendantNodesAndSelf())
        {
            if (node is StatementSyntax and not (BlockSyntax or ExpressionStatementSyntax) || node is AssignmentExpressionSyntax)
                return false;
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Pulse" or "PulseAll") } })
                return false;
        }

        return true;
    }

    private static SyntaxNode? FirstWrite(SyntaxNode body)
    {
        foreach (var node in body.DescendantNodesAndSelf())
        {
            if (node is AssignmentExpressionSyntax || node.IsKind(SyntaxKind.PostIncrementExpression) || node.IsKind(SyntaxKind.PostDecrementExpression)
                || node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression))
            {
                return node;
            }
        }

        return null;
    }
}
