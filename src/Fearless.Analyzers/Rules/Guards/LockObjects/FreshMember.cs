using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>Properties and methods that make a new object each time: <c>private object Gate => new();</c>.</summary>
internal static class FreshMember
{
    public static Location? CreationIn(ISymbol member, CancellationToken cancellationToken)
    {
        if (member is not (IPropertySymbol or IMethodSymbol) || member.IsVirtual || member.IsAbstract || member.IsOverride
            || member.DeclaringSyntaxReferences is not { Length: 1 } declarations)
        {
            return null;
        }

        var result = declarations[0].GetSyntax(cancellationToken) switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: { Count: > 0 } accessors } => Result(accessors[0].ExpressionBody, accessors[0].Body),
            MethodDeclarationSyntax method => Result(method.ExpressionBody, method.Body),
            _ => null,
        };
        return result is BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax ? result.GetLocation() : null;
    }

    private static ExpressionSyntax? Result(ArrowExpressionClauseSyntax? arrow, BlockSyntax? block) =>
        arrow?.Expression ?? (block?.Statements is { Count: 1 } statements && statements[0] is ReturnStatementSyntax result ? result.Expression : null);
}
