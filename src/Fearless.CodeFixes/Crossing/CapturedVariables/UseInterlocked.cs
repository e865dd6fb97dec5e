using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>A counter: all its steps become interlocked, and the reads that may happen meanwhile become volatile.</summary>
internal static class UseInterlocked
{
    public static FixOffer? For(CaptureContext context)
    {
        if (context.Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64))
            return null;
        var steps = new List<(ExpressionSyntax Old, string New)>();
        foreach (var use in context.UsesIn(context.Member).Where(CaptureContext.IsWritten))
        {
            if (StepOf(use, context.Variable.Name) is not { } step)
                return null;
            steps.Add(step);
        }

        if (steps.Count == 0)
            return null;
        var isRead = !CaptureContext.IsWritten(context.Use);
        return new FixOffer($"Use Interlocked for '{context.Variable.Name}'", nameof(UseInterlocked), (editor, session) =>
        {
            foreach (var (old, text) in steps)
            {
                if (session.Once(old))
                    editor.ReplaceNode(old, StaticCalls.Create(editor, session, old, "System.Threading.Interlocked", text).WithTriviaFrom(old));
            }

            if (isRead && session.Once(context.Use))
                ReadVolatile(editor, session, context);
        });
    }

    private static (ExpressionSyntax Old, string New)? StepOf(IdentifierNameSyntax use, string name)
    {
        switch (use.Parent)
        {
            // As a value, 'x++' is what it was before; Interlocked returns what it is now.
            case PostfixUnaryExpressionSyntax postfix when IsUnused(postfix):
                return (postfix, Step(postfix.IsKind(SyntaxKind.PostIncrementExpression), name));
            case PrefixUnaryExpressionSyntax prefix:
                return (prefix, Step(prefix.IsKind(SyntaxKind.PreIncrementExpression), name));
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } add:
                return (add, $"Add(ref {name}, {add.Right})");
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SubtractAssignmentExpression } subtract
                when subtract.Right is LiteralExpressionSyntax or IdentifierNameSyntax:
                return (subtract, $"Add(ref {name}, -{subtract.Right})");
            default:
                return null;
        }
    }

    private static bool IsUnused(ExpressionSyntax expression) =>
        expression.Parent is ExpressionStatementSyntax or ForStatementSyntax
        || (expression.Parent is LambdaExpressionSyntax { ExpressionBody: { } body } && body == expression);

    private static string Step(bool up, string name) => up ? $"Increment(ref {name})" : $"Decrement(ref {name})";

    private static void ReadVolatile(DocumentEditor editor, FixSession session, CaptureContext context) => editor.ReplaceNode(
        context.Use,
        StaticCalls.Create(editor, session, context.Use, "System.Threading.Volatile", $"Read(ref {context.Variable.Name})").WithTriviaFrom(context.Use));
}
