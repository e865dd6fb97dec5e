using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>
/// A private method that constructors alone call is part of the construction. Names are compared instead of symbols: another use of the
/// same name only makes the answer "no".
/// </summary>
internal static class ConstructionHelper
{
    public static bool IsCalledByConstructorsOnly(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var isCalled = false;
        foreach (var part in method.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (var node in part.GetSyntax(cancellationToken).DescendantNodes())
            {
                if (node is not SimpleNameSyntax name || name.Identifier.ValueText != method.Name)
                    continue;
                if (!StandsInConstructor(name))
                    return false;
                isCalled = true;
            }
        }

        return isCalled;
    }

    private static bool StandsInConstructor(SyntaxNode node)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is ConstructorDeclarationSyntax)
                return true;
            if (parent is MemberDeclarationSyntax || parent.IsKind(SyntaxKind.LocalFunctionStatement) || parent is AnonymousFunctionExpressionSyntax)
                return false;
        }

        return false;
    }
}
