using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// <c>object SyncRoot =&gt; _gate;</c> is another name for <c>_gate</c>, as is a property that reads and writes a field and does nothing else.
/// Judged by syntax alone: binding it would cost.
/// </summary>
internal static class BackingField
{
    /// <summary>Of a property, or of a method without parameters that returns a field.</summary>
    public static IFieldSymbol? Of(ISymbol member)
    {
        if (member.IsVirtual || member.IsOverride || member.IsAbstract || member.DeclaringSyntaxReferences.Length != 1 || member.ContainingType is not { } type)
            return null;
        var name = member.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } body } => NameIn(body.Expression),
            PropertyDeclarationSyntax { AccessorList: { } accessors } => NameIn(accessors),
            MethodDeclarationSyntax { ExpressionBody: { } body } => NameIn(body.Expression),
            MethodDeclarationSyntax { Body.Statements: { Count: 1 } statements } when statements[0] is ReturnStatementSyntax { Expression: { } value } => NameIn(value),
            _ => null,
        };
        if (name is null)
            return null;
        foreach (var candidate in type.GetMembers(name))
        {
            if (candidate is IFieldSymbol field && (field.IsStatic || !member.IsStatic))
                return field;
        }

        return null;
    }

    /// <summary>The field that all accessors mean.</summary>
    private static string? NameIn(AccessorListSyntax list)
    {
        string? common = null;
        foreach (var accessor in list.Accessors)
        {
            var body = accessor.ExpressionBody?.Expression ?? Only(accessor.Body);
            var name = accessor.IsKind(SyntaxKind.GetAccessorDeclaration) ? NameIn(body) : NameOfStored(body);
            if (name is null || (common is not null && common != name))
                return null;
            common = name;
        }

        return common;
    }

    private static ExpressionSyntax? Only(BlockSyntax? body) => body is not { Statements: { Count: 1 } statements } ? null : statements[0] switch
    {
        ReturnStatementSyntax result => result.Expression,
        ExpressionStatementSyntax statement => statement.Expression,
        _ => null,
    };

    private static string? NameOfStored(ExpressionSyntax? setter) =>
        setter is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: IdentifierNameSyntax { Identifier.ValueText: "value" } } store
            ? NameIn(store.Left)
            : null;

    private static string? NameIn(ExpressionSyntax? expression) => expression switch
    {
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
