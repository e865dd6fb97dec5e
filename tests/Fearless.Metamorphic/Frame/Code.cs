using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Frame;

/// <summary>Questions that several preconditions ask.</summary>
internal static class Code
{
    /// <summary>In this function, not in one that is written inside it.</summary>
    public static bool Awaits(SyntaxNode node) =>
        node.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .Any(static n => n is AwaitExpressionSyntax or YieldStatementSyntax
                or ForEachStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
                or UsingStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword }
                or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: (int)SyntaxKind.AwaitKeyword });

    /// <summary>Control leaves the statement by other ways than its end and exceptions.</summary>
    public static bool Jumps(StatementSyntax statement, SemanticModel model) =>
        model.AnalyzeControlFlow(statement) is not { Succeeded: true, ExitPoints.IsEmpty: true, EntryPoints.IsEmpty: true };

    /// <summary>A chain of names: reading it has no effect, and calls nothing that is written as a call.</summary>
    public static bool IsPath(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression } access => IsPath(access.Expression),
        _ => false,
    };

    public static bool DeclaresVariables(SyntaxNode node) =>
        node.DescendantNodesAndSelf().Any(static n => n is SingleVariableDesignationSyntax);

    /// <summary>How a type is written wherever it is used; null if it cannot be written.</summary>
    public static string? NameOf(ITypeSymbol? type) =>
        type is null or IErrorTypeSymbol or { IsAnonymousType: true } or { IsRefLikeType: true } || type.SpecialType == SpecialType.System_Void
            ? null
            : type.ToDisplayString(
                SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    public static FieldDeclarationSyntax? DeclarationOf(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences is [var reference] ? reference.GetSyntax().FirstAncestorOrSelf<FieldDeclarationSyntax>() : null;
}
