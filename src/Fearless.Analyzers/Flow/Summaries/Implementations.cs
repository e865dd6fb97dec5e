using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>Which methods of this compilation may stand behind an abstract method, or behind one of an interface that no stranger can implement.</summary>
internal sealed class Implementations(Compilation compilation)
{
    // Behind more than this stands anything.
    private const int MaxCount = 8;

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _known = new(SymbolEqualityComparer.Default);

    private List<INamedTypeSymbol> Types
    {
        get
        {
            if (field is { } known)
                return known;
            var types = new List<INamedTypeSymbol>();
            Collect(compilation.Assembly.GlobalNamespace, types);
            return field = types;
        }
    }

    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method) => _known.GetOrAdd(method.OriginalDefinition, Find);

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method)
    {
        var isInterface = method.ContainingType.TypeKind == TypeKind.Interface;
        var found = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var type in Types)
        {
            if (isInterface)
            {
                if (type.TypeKind != TypeKind.Interface && Implements(type, method.ContainingType)
                    && type.FindImplementationForInterfaceMember(method) is IMethodSymbol { IsAbstract: false } implementation)
                {
                    found.Add(implementation.OriginalDefinition);
                }

                continue;
            }

            foreach (var member in type.GetMembers(method.Name))
            {
                if (member is IMethodSymbol { IsOverride: true } candidate && Overrides(candidate, method))
                    found.Add(candidate);
            }
        }

        return found.Count > MaxCount ? [] : found.ToImmutable();
    }

    private static bool Overrides(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var current = candidate.OverriddenMethod; current is not null; current = current.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, method))
                return true;
        }

        return false;
    }

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented, contract))
                return true;
        }

        return false;
    }

    private static void Collect(INamespaceOrTypeSymbol container, List<INamedTypeSymbol> types)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                types.Add(type);
            if (member is INamespaceOrTypeSymbol inner)
                Collect(inner, types);
        }
    }
}
