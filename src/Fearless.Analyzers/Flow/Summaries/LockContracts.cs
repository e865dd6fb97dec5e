using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A lock that a marker of a method names, in that method's own terms.</summary>
internal sealed class ContractedLock(string name, AccessPath path, ITypeSymbol type, bool isShared, AttributeData marker)
{
    public string Name { get; } = name;

    public AccessPath Path { get; } = path;

    public ITypeSymbol Type { get; } = type;

    public bool IsShared { get; } = isShared;

    public AttributeData Marker { get; } = marker;
}

/// <summary>
/// Which locks the markers of a method are about. A method without a marker of its own has those of the method that it overrides, or of the
/// interface's member that it implements.
/// </summary>
internal static class LockContracts
{
    public static IReadOnlyList<ContractedLock> Of(IMethodSymbol method, string attribute)
    {
        var locks = new List<ContractedLock>();
        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (Add(current, method, attribute, locks))
                return locks;
        }

        foreach (var implemented in Implemented(method))
        {
            if (Add(implemented, method, attribute, locks))
                return locks;
        }

        return locks;
    }

    /// <summary>The members of interfaces that the method stands for.</summary>
    public static IEnumerable<IMethodSymbol> Implemented(IMethodSymbol method)
    {
        foreach (var one in method.ExplicitInterfaceImplementations)
            yield return one;
        if (method.ContainingType is not { TypeKind: not TypeKind.Interface } type || method.IsStatic || method.DeclaredAccessibility != Accessibility.Public)
            yield break;
        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(candidate), method))
                    yield return candidate;
            }
        }
    }

    /// <summary>False: it says nothing.</summary>
    private static bool Add(IMethodSymbol declared, IMethodSymbol method, string attribute, List<ContractedLock> locks)
    {
        var found = Add(declared.GetAttributes(), declared, method, attribute, locks);
        return declared.AssociatedSymbol is { } property ? Add(property.GetAttributes(), declared, method, attribute, locks) | found : found;
    }

    private static bool Add(ImmutableArray<AttributeData> markers, IMethodSymbol declared, IMethodSymbol method, string attribute, List<ContractedLock> locks)
    {
        var found = false;
        foreach (var marker in markers)
        {
            if (!marker.AttributeClass.Is(attribute, "Fearless") || declared.ContainingType is not { } owner)
                continue;
            found = true;
            var isShared = marker.Argument("Shared") is true;
            foreach (var name in LockNames.NamesIn(marker))
            {
                if (LockNames.Resolve(name, owner, declared) is { } resolved)
                    locks.Add(new ContractedLock(name, Own(resolved.Path, method), resolved.Type, isShared, marker));
            }
        }

        return found;
    }

    /// <summary>Parameters are the method's own, and what an interface calls the lock is what the type has for it.</summary>
    private static AccessPath Own(AccessPath path, IMethodSymbol method)
    {
        if (path.Variable is IParameterSymbol parameter && parameter.Ordinal < method.Parameters.Length)
            return AccessPath.Of(method.Parameters[parameter.Ordinal]).Follow(path.Steps);
        if (path is { Root: PathRoot.This, Steps: { IsEmpty: false } steps } && steps[0].Member is { ContainingType.TypeKind: TypeKind.Interface } contract
            && method.ContainingType is { TypeKind: not TypeKind.Interface } type && type.FindImplementationForInterfaceMember(contract) is { } own)
        {
            return AccessPath.This.Follow(steps.SetItem(0, new PathStep(own.OriginalDefinition)));
        }

        return path;
    }
}
