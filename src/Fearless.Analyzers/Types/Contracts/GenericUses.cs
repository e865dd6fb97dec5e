using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>The places where type arguments are given: written out anywhere, or inferred for a call.</summary>
internal static class GenericUses
{
    public static List<UnmetBound>? Find(GenericNameSyntax name, SemanticModel model, TypeKnowledge types)
    {
        if (name.IsPartOfStructuredTrivia() || name.IsUnboundGenericName)
            return null;
        return model.GetSymbolInfo(name).Symbol switch
        {
            INamedTypeSymbol type => BoundCheck.Find(type.TypeParameters, type.TypeArguments, types),
            IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type } => BoundCheck.Find(type.TypeParameters, type.TypeArguments, types),
            IMethodSymbol method => BoundCheck.Find(method.TypeParameters, method.TypeArguments, types),
            _ => null,
        };
    }

    /// <summary>Null: nothing is inferred, or all is well.</summary>
    public static List<UnmetBound>? Find(IMethodSymbol method, SyntaxNode use, TypeKnowledge types) =>
        method.IsGenericMethod && NameOf(use) is not GenericNameSyntax ? BoundCheck.Find(method.TypeParameters, method.TypeArguments, types) : null;

    /// <summary>The argument that the type was inferred from, or else the method's name.</summary>
    public static SyntaxNode PlaceOf(UnmetBound unmet, IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && SymbolEqualityComparer.Default.Equals(argument.Parameter?.OriginalDefinition.Type, unmet.Parameter.OriginalDefinition))
                return argument.Value.Syntax;
        }

        return NameOf(call.Syntax) ?? call.Syntax;
    }

    public static SimpleNameSyntax? NameOf(SyntaxNode use)
    {
        var expression = use is InvocationExpressionSyntax invocation ? invocation.Expression : use as ExpressionSyntax;
        return expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            MemberBindingExpressionSyntax binding => binding.Name,
            _ => expression as SimpleNameSyntax,
        };
    }
}
