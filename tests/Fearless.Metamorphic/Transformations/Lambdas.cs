using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>Functions without a name that can get one.</summary>
internal static class Lambdas
{
    /// <summary>The statement of a block before which the lambda can be declared: it is passed there, and in no loop header or expression body.</summary>
    public static StatementSyntax? StatementOf(AnonymousFunctionExpressionSyntax lambda) =>
        lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax }
        && lambda.Ancestors().FirstOrDefault(static n => n is StatementSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax)
            is StatementSyntax { Parent: BlockSyntax } and (ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax) and var statement
            ? (StatementSyntax)statement
            : null;

    /// <summary>Result, with a place for the name, and parameters.</summary>
    public static string? Signature(AnonymousFunctionExpressionSyntax lambda, SemanticModel model)
    {
        if (model.GetSymbolInfo(lambda).Symbol is not IMethodSymbol method
            || model.GetTypeInfo(lambda).ConvertedType is not { TypeKind: TypeKind.Delegate }
            || (!method.ReturnsVoid && Code.NameOf(method.ReturnType) is null)
            || method.Parameters.Any(static p => p.RefKind != RefKind.None || Code.NameOf(p.Type) is null))
        {
            return null;
        }

        var parameters = method.Parameters.Select(static (p, number) => $"{Code.NameOf(p.Type)} {(p.Name == "_" ? "unused" + number : p.Name)}");
        return $"{(method.IsAsync ? "async " : "")}{(method.ReturnsVoid ? "void" : Code.NameOf(method.ReturnType))} $({string.Join(", ", parameters)})";
    }

    public static string Function(string signature, string name, AnonymousFunctionExpressionSyntax lambda) => signature.Replace("$", name) + (lambda.Block is { } block
        ? "\n" + block.ToFullString().Trim()
        : signature.StartsWith("void", System.StringComparison.Ordinal) || signature.StartsWith("async global::System.Threading.Tasks.Task ", System.StringComparison.Ordinal)
            ? $"\n{{\n{lambda.ExpressionBody!.ToFullString().Trim()};\n}}"
            : $"\n{{\nreturn {lambda.ExpressionBody!.ToFullString().Trim()};\n}}");
}
