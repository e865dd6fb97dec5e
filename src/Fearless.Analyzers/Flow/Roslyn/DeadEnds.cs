using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Calls after which the process is gone: nothing comes after them, no exception either.</summary>
internal static class DeadEnds
{
    public static bool IsDeadEnd(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.Name is "FailFast" or "Exit" && method.ContainingType.Is("Environment", "System"))
            return true;
        return IsNeverReturning(method) && method.DeclaringSyntaxReferences.Length == 1 && OnlyFails(method.DeclaringSyntaxReferences[0].GetSyntax());
    }

    /// <summary><c>[DoesNotReturn]</c>: it throws.</summary>
    public static bool IsNeverReturning(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "DoesNotReturnAttribute")
                return true;
        }

        return false;
    }

    // By its syntax alone: binding it would cost, and who writes Environment.FailFast means that one.
    private static bool OnlyFails(SyntaxNode declaration)
    {
        foreach (var node in declaration.DescendantNodes())
        {
            if (node is ThrowStatementSyntax or ThrowExpressionSyntax)
                return false;
        }

        foreach (var node in declaration.DescendantNodes())
        {
            if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FailFast" or "Exit", Expression: var type } && type.ToString().EndsWith("Environment", System.StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
