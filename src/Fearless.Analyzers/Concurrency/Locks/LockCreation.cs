using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>How the object in a field, property or local was made. By the syntax alone: it is asked about few of them, but often.</summary>
internal static class LockCreation
{
    /// <summary>The arguments of every <c>new</c> that is stored; null: something else is stored, or nothing in sight.</summary>
    public static IReadOnlyList<ArgumentListSyntax?>? Of(ISymbol storage)
    {
        var found = new List<ArgumentListSyntax?>();
        foreach (var reference in storage.DeclaringSyntaxReferences)
        {
            var value = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax variable => variable.Initializer?.Value,
                PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                _ => null,
            };
            if (value is not null && !Add(value, found))
                return null;
        }

        IEnumerable<SyntaxReference> places = storage is ILocalSymbol ? storage.ContainingSymbol.DeclaringSyntaxReferences
            : storage.ContainingType?.DeclaringSyntaxReferences ?? [];
        foreach (var place in places)
        {
            foreach (var node in place.GetSyntax().DescendantNodes())
            {
                if (node is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression or (int)SyntaxKind.CoalesceAssignmentExpression } assignment
                    && NameOf(assignment.Left) == storage.Name && !Add(assignment.Right, found))
                {
                    return null;
                }
            }
        }

        return found.Count == 0 ? null : found;
    }

    /// <summary>What a semaphore starts with; null: not known, or not the same everywhere.</summary>
    public static int? InitialCount(ISymbol? storage)
    {
        if (storage is null || Of(storage) is not { } creations)
            return null;
        int? count = null;
        foreach (var arguments in creations)
        {
            if (arguments is not { Arguments.Count: > 0 } || arguments.Arguments[0].Expression is not LiteralExpressionSyntax { Token.Value: int value }
                || (count is not null && count != value))
            {
                return null;
            }

            count = value;
        }

        return count;
    }

    /// <summary>Whether an option of this name was given wherever the object was made; null: not known.</summary>
    public static bool? Mentions(ISymbol? storage, string option)
    {
        if (storage is null || Of(storage) is not { } creations)
            return null;
        bool? mentions = null;
        foreach (var arguments in creations)
        {
            var here = false;
            foreach (var argument in arguments?.Arguments ?? default)
            {
                if (argument.ToString().Contains(option))
                    here = true;
                else if (argument.Expression is not (LiteralExpressionSyntax or MemberAccessExpressionSyntax))
                    return null;
            }

            if (mentions is not null && mentions != here)
                return null;
            mentions = here;
        }

        return mentions;
    }

    private static bool Add(ExpressionSyntax value, List<ArgumentListSyntax?> found)
    {
        if (value is BaseObjectCreationExpressionSyntax creation)
            found.Add(creation.ArgumentList);
        return value is BaseObjectCreationExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression }
            or PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };
    }

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
