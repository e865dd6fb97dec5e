using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>
/// A variable that is declared in a loop's body, or by a lambda, is a new one each time. Tells whether two points of the source can mean
/// the same one.
/// </summary>
internal static class VariableInstances
{
    /// <summary>Work that is started again and again at <paramref name="start"/> captures the same variable each time.</summary>
    public static bool AreSharedByRepeatedStart(ISymbol? variable, SyntaxNode start)
    {
        if (variable is null)
            return true;
        if (DeclarationOf(variable) is not { } declaration)
            return false;
        for (var node = start; node is not null; node = node.Parent)
        {
            if (node.FullSpan.Contains(declaration.Span))
                return node is ForStatementSyntax loop && IsDeclaredBy(loop, declaration) && loop.Statement.FullSpan.Contains(start.Span);
            if (IsRepeated(node))
                return true;
        }

        return false;
    }

    /// <summary>After the start, <paramref name="point"/> can be reached while its variable is still the one that was captured.</summary>
    public static bool CanMeet(ISymbol? variable, SyntaxNode start, SyntaxNode point)
    {
        if (point.SpanStart >= start.SpanStart)
            return true;

        // The point comes first in the source: only a loop that does not declare the variable anew leads back to it.
        var declaration = variable is null ? null : DeclarationOf(variable);
        for (var node = start; node is not null; node = node.Parent)
        {
            if (IsLoop(node) && node.FullSpan.Contains(point.Span)
                && (declaration is null || !node.FullSpan.Contains(declaration.Span) || (node is ForStatementSyntax loop && IsDeclaredBy(loop, declaration))))
            {
                return true;
            }
        }

        return false;
    }

    public static SyntaxNode? DeclarationOf(ISymbol variable) =>
        variable.DeclaringSyntaxReferences.Length > 0 ? variable.DeclaringSyntaxReferences[0].GetSyntax() : null;

    /// <summary>The lambda or local function that declares the variable; null: the member itself does.</summary>
    public static SyntaxNode? FunctionOf(ISymbol variable)
    {
        for (var node = DeclarationOf(variable); node is not null; node = node.Parent)
        {
            if (node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return node;
        }

        return null;
    }

    public static bool IsLoop(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static bool IsRepeated(SyntaxNode node) => IsLoop(node) || node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    private static bool IsDeclaredBy(ForStatementSyntax loop, SyntaxNode declaration) =>
        loop.Declaration is { } declared && declared.FullSpan.Contains(declaration.Span);
}
