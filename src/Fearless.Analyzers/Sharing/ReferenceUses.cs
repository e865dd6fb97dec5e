using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>What a method does with what it is given by reference.</summary>
internal static class ReferenceUses
{
    /// <summary>The argument is stored to plainly, as far as the method's source says; what is out of sight has seen to it.</summary>
    public static bool IsPlainStore(IArgumentOperation argument, Compilation compilation)
    {
        if (argument.Parameter is not { RefKind: RefKind.Ref } parameter)
            return argument.Parameter?.RefKind == RefKind.Out;
        foreach (var reference in parameter.ContainingSymbol.OriginalDefinition.DeclaringSyntaxReferences)
        {
            var declaration = reference.GetSyntax();
            if (!compilation.ContainsSyntaxTree(declaration.SyntaxTree) || SourceModels.Of(compilation, declaration.SyntaxTree).GetOperation(declaration) is not { } body)
                continue;
            foreach (var operation in body.Descendants())
            {
                if (operation is IParameterReferenceOperation { Parameter: var used } && SymbolEqualityComparer.Default.Equals(used, parameter.OriginalDefinition)
                    && operation.UsedBy() is not IArgumentOperation && AccessSyntax.IsWrite(operation))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
