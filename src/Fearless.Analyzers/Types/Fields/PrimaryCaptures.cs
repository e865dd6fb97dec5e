using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Types;

/// <summary>
/// Which parameters of a primary constructor are used by members, so that the compiler makes a field of them, one that any member may
/// write. Uses in initializers and base arguments happen while the object is made and capture nothing.
/// </summary>
internal static class PrimaryCaptures
{
    private static readonly ConditionalWeakTable<ISymbol, List<int>> _known = new();

    public static IReadOnlyList<int> Of(INamedTypeSymbol definition, Compilation compilation, out IMethodSymbol? constructor)
    {
        constructor = null;
        if (definition.IsRecord || definition.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return [];
        foreach (var candidate in definition.InstanceConstructors)
        {
            if (candidate.Parameters.Length > 0 && candidate.DeclaringSyntaxReferences.Length == 1
                && candidate.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax { ParameterList: not null })
            {
                constructor = candidate;
            }
        }

        if (constructor is null)
            return [];
        var primary = constructor;
        return _known.GetValue(primary, _ => Find(primary, definition, compilation));
    }

    private static List<int> Find(IMethodSymbol constructor, INamedTypeSymbol definition, Compilation compilation)
    {
        var captured = new List<int>();
        foreach (var parameter in constructor.Parameters)
        {
            if (IsUsed(parameter, definition, compilation))
                captured.Add(parameter.Ordinal);
        }

        return captured;
    }

    private static bool IsUsed(IParameterSymbol parameter, INamedTypeSymbol definition, Compilation compilation)
    {
        foreach (var reference in definition.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax declaration || !compilation.ContainsSyntaxTree(declaration.SyntaxTree))
                continue;
            SemanticModel? model = null;
            foreach (var member in declaration.Members)
            {
                foreach (var node in member.DescendantNodes(static node => node is not BaseTypeDeclarationSyntax))
                {
                    if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != parameter.Name || IsWhileConstructing(name, member))
                        continue;
                    model ??= SourceModels.Of(compilation, declaration.SyntaxTree);
                    if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, parameter))
                        return true;
                }
            }
        }

        return false;
    }

    private static bool IsWhileConstructing(SyntaxNode name, MemberDeclarationSyntax member)
    {
        for (SyntaxNode? node = name; node is not null && node != member; node = node.Parent)
        {
            switch (node.Kind())
            {
                // A lambda in an initializer outlives the construction.
                case SyntaxKind.SimpleLambdaExpression or SyntaxKind.ParenthesizedLambdaExpression or SyntaxKind.AnonymousMethodExpression:
                    return false;
                case SyntaxKind.EqualsValueClause when node.Parent is PropertyDeclarationSyntax || node.Parent?.Parent?.Parent is BaseFieldDeclarationSyntax:
                    return true;
            }
        }

        return false;
    }
}
