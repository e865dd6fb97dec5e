using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Whether callers of a member go on using what they give for a parameter: then the parameter cannot be marked as moved.</summary>
internal static class CallersKeep
{
    public static bool Any(ParameterSyntax parameter, SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(parameter, cancellationToken) is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } symbol)
            return true;
        foreach (var node in root.DescendantNodes())
        {
            var arguments = node switch
            {
                InvocationExpressionSyntax call => call.ArgumentList,
                BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
                _ => null,
            };
            if (arguments is null || model.GetSymbolInfo(node, cancellationToken).Symbol is not IMethodSymbol called || !SymbolEqualityComparer.Default.Equals((called.ReducedFrom ?? called).OriginalDefinition, method))
                continue;
            var index = called.ReducedFrom is null ? symbol.Ordinal : symbol.Ordinal - 1;
            var given = arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == symbol.Name) ?? arguments.Arguments.ElementAtOrDefault(index);
            if (given is null || IsKept(given.Expression, node, model, cancellationToken))
                return true;
        }

        return false;
    }

    private static bool IsKept(ExpressionSyntax given, SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (model.GetSymbolInfo(given, cancellationToken).Symbol)
        {
            case ILocalSymbol or IParameterSymbol { RefKind: RefKind.None }:
                break;
            case IFieldSymbol or IPropertySymbol or IParameterSymbol or IEventSymbol:
                return true;
            default:
                return given is ThisExpressionSyntax;
        }

        // Later in the function, or in the next round of a loop around the call.
        var name = given.ToString();
        var function = call.Ancestors().FirstOrDefault(static around => around is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        return function is null || call.Ancestors().TakeWhile(around => around != function).Any(static around => around is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            || function.DescendantTokens().Any(token => token.SpanStart > call.Span.End && token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
    }
}
