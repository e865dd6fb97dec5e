using System;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>Reads the name of a lock in a marker: <c>_gate</c>, <c>this</c>, <c>this._gate</c>, <c>Owner.Gate</c>, <c>Type.Gate</c>.</summary>
internal static class MemberNames
{
    /// <summary>Null: there is no such member.</summary>
    public static LockName? Resolve(string name, INamedTypeSymbol? type)
    {
        if (name == "this")
            return new LockName(LockScope.Own, []);
        var parts = name.Split('.');
        var first = parts[0] == "this" ? 1 : 0;
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        ITypeSymbol? current = type;
        if (first == 0 && parts.Length > 1 && type is not null && Find(parts[0], type) is null && Named(parts[0], type) is { } named)
        {
            current = named;
            first = 1;
        }

        for (var i = first; i < parts.Length; i++)
        {
            if (current is null || Find(parts[i], current) is not { } member)
                return null;
            steps.Add(new PathStep(member.OriginalDefinition));
            current = MemberType.Of(member);
        }

        return steps.Count == 0 ? null : new LockName(steps[0].Member!.IsStatic ? LockScope.Static : LockScope.Own, steps.ToImmutable());
    }

    private static ISymbol? Find(string name, ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member is IFieldSymbol or IPropertySymbol)
                    return member;
            }
        }

        return null;
    }

    private static INamedTypeSymbol? Named(string name, INamedTypeSymbol from)
    {
        for (INamedTypeSymbol? outer = from; outer is not null; outer = outer.ContainingType)
        {
            if (string.Equals(outer.Name, name, StringComparison.Ordinal))
                return outer;
            foreach (var nested in outer.GetTypeMembers(name))
                return nested;
        }

        foreach (var sibling in from.ContainingNamespace.GetTypeMembers(name))
            return sibling;
        return null;
    }
}
