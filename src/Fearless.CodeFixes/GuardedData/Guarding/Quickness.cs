using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Code that may run under a lock: it waits for nobody, goes on for ever for nobody, and runs no code that nobody knows.</summary>
internal static class Quickness
{
    private const int Depth = 3;

    public static bool Has(SyntaxNode code, SemanticModel model, CancellationToken cancellationToken) => Has(code, model, Depth, cancellationToken);

    private static bool Has(SyntaxNode code, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        foreach (var node in code.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            switch (node)
            {
                case AwaitExpressionSyntax or YieldStatementSyntax or WhileStatementSyntax or DoStatementSyntax or LockStatementSyntax or GotoStatementSyntax or LabeledStatementSyntax:
                case ForEachStatementSyntax { AwaitKeyword.RawKind: not 0 } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 } or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 }:
                    return false;
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax when !IsQuick(model.GetSymbolInfo(node, cancellationToken).Symbol, model, depth, cancellationToken):
                    return false;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result when model.GetTypeInfo(result.Expression, cancellationToken).Type is { Name: "Task" or "ValueTask" }:
                    return false;
            }
        }

        return true;
    }

    private static bool IsQuick(ISymbol? called, SemanticModel model, int depth, CancellationToken cancellationToken)
    {
        if (called is not IMethodSymbol method)
            return called is null; // nameof, and what does not bind
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return false;
        if (method.ContainingNamespace?.ToDisplayString() is { } name && (name.StartsWith("System", System.StringComparison.Ordinal) || name.StartsWith("Microsoft", System.StringComparison.Ordinal)))
        {
            return !name.StartsWith("System.IO", System.StringComparison.Ordinal) && !name.StartsWith("System.Net", System.StringComparison.Ordinal)
                && (name != "System.Threading" || method.ContainingType.Name is "Interlocked" or "Volatile" or "CancellationTokenSource") && !name.StartsWith("System.Threading.Tasks", System.StringComparison.Ordinal)
                && method.ContainingType.Name is not ("Process" or "Console") && method.Name is not ("Dispose" or "Invoke" or "OnNext" or "DynamicInvoke")
                && !method.Parameters.Any(static parameter => parameter.Type.TypeKind == TypeKind.Delegate && parameter.ContainingType.Name == "Timer");
        }

        if (method.IsVirtual || method.IsAbstract || method.IsOverride || depth == 0)
            return false;
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var body = reference.GetSyntax(cancellationToken);
            if (body.SyntaxTree != model.SyntaxTree || !Has(body, model, depth - 1, cancellationToken))
                return false;
        }

        return true;
    }
}
