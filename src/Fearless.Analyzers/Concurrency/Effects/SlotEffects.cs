using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>Which reads and writes of fields can hurt anybody.</summary>
internal static class SlotEffects
{
    /// <summary>A field; an element is a part of its array.</summary>
    public static bool IsSlot(AccessPath path) => path.Steps.Length > 0 && path.Steps[path.Steps.Length - 1].Member is not null;

    public static bool Matters(AccessFact slot)
    {
        if (slot.IsAtomic || (slot.Kind & AccessKind.Initial) != 0)
            return false;
        foreach (var step in slot.Path.Steps)
        {
            if (step.Member is { } member && IsProtected(member))
                return false;
        }

        return !slot.IsWrite || !IsCacheFill(slot.Syntax);
    }

    private static bool IsProtected(ISymbol member)
    {
        if (member is IFieldSymbol { IsVolatile: true } || MemberShape.IsPerThread(member))
            return true;
        return (TypeMarkers.OfStorage(member) & (Marks.AssumeSync | Marks.GuardedBy)) != 0;
    }

    /// <summary><c>_x ??= …</c>, or stored only after a test of the very field: whoever comes second stores the same again.</summary>
    private static bool IsCacheFill(SyntaxNode target)
    {
        if (target.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression })
            return true;
        if (target.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression })
            return false;
        var name = (target as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (target as IdentifierNameSyntax)?.Identifier.ValueText;
        for (var node = target.Parent; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is IfStatementSyntax condition && Mentions(condition.Condition, name))
                return true;
        }

        return false;
    }

    private static bool Mentions(SyntaxNode condition, string? name)
    {
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
                return true;
        }

        return false;
    }
}
