using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>What those who wait on a lock test, and what they change when they wake.</summary>
internal static class Waiters
{
    /// <summary>
    /// The state that is announced here, that all waiters test and none changes, though they test something else as well (so that they do not
    /// all wait for the same): one who is woken does not wake the next. Null: there is none.
    /// </summary>
    public static (string State, SyntaxNode Test)? MissedBy(LockStatementSyntax pulsing, ISymbol gate)
    {
        var written = WrittenIn(pulsing);
        if (written.Count == 0 || HasOneWorker(gate.ContainingType))
            return null;
        foreach (var part in gate.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var node in part.GetSyntax().DescendantNodes())
            {
                if (node is not LockStatementSyntax waiting || waiting.Expression.ToString() != pulsing.Expression.ToString() || !Waits(waiting))
                    continue;
                var tests = TestsIn(waiting);
                var changed = WrittenIn(waiting);
                if (tests.Count < 2)
                    continue;
                foreach (var state in written)
                {
                    if (tests.TryGetValue(state, out var test) && !changed.Contains(state))
                        return (state, test);
                }
            }
        }

        return null;
    }

    /// <summary>The object keeps the one thread that works for it: there is nobody else to wake.</summary>
    private static bool HasOneWorker(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { Type: { Name: "Thread" or "Task" } worker } && (worker.ContainingNamespace.IsNamed("System.Threading") || worker.ContainingNamespace.IsNamed("System.Threading.Tasks")))
                return true;
        }

        return false;
    }

    private static bool Waits(SyntaxNode region)
    {
        foreach (var node in region.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var type } }
                && type.ToString().EndsWith("Monitor", System.StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static SortedDictionary<string, SyntaxNode> TestsIn(SyntaxNode region)
    {
        var tests = new SortedDictionary<string, SyntaxNode>(System.StringComparer.Ordinal);
        foreach (var node in region.DescendantNodes())
        {
            var condition = node switch
            {
                WhileStatementSyntax loop => loop.Condition,
                DoStatementSyntax loop => loop.Condition,
                IfStatementSyntax choice => choice.Condition,
                _ => null,
            };
            if (condition is null)
                continue;
            foreach (var name in condition.DescendantNodesAndSelf())
            {
                if (name is IdentifierNameSyntax { Parent: not MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } } identifier)
                    Add(identifier.Identifier.ValueText, condition);
                else if (name is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner })
                    Add(owner.Identifier.ValueText, condition);
            }
        }

        return tests;

        void Add(string name, SyntaxNode condition)
        {
            if (!tests.ContainsKey(name))
                tests.Add(name, condition);
        }
    }

    private static SortedSet<string> WrittenIn(SyntaxNode region)
    {
        var written = new SortedSet<string>(System.StringComparer.Ordinal);
        foreach (var node in region.DescendantNodes())
        {
            var target = node switch
            {
                AssignmentExpressionSyntax assignment => assignment.Left,
                PostfixUnaryExpressionSyntax step when node.IsKind(SyntaxKind.PostIncrementExpression) || node.IsKind(SyntaxKind.PostDecrementExpression) => step.Operand,
                PrefixUnaryExpressionSyntax step when node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression) => step.Operand,
                _ => null,
            };
            if (target is IdentifierNameSyntax name)
                written.Add(name.Identifier.ValueText);
            else if (target is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member)
                written.Add(member.Name.Identifier.ValueText);
        }

        return written;
    }
}
