using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The locks that a member's <c>[RequiresLock]</c> says its callers hold, as far as they are plain members of the type.</summary>
internal static class RequiredLocks
{
    public static IReadOnlyList<LockName> Of(ISymbol owner)
    {
        var names = new List<LockName>();
        Add(owner, owner, names);
        if (owner is IMethodSymbol { AssociatedSymbol: { } property })
            Add(property, owner, names);
        return names;
    }

    private static void Add(ISymbol marked, ISymbol owner, List<LockName> names)
    {
        foreach (var data in marked.GetAttributes())
        {
            if (!data.AttributeClass.Is("RequiresLockAttribute", "Fearless") || data.ConstructorArguments.Length != 1
                || data.ConstructorArguments[0].Kind != TypedConstantKind.Array)
            {
                continue;
            }

            foreach (var value in data.ConstructorArguments[0].Values)
            {
                if (value.Value is string name && Resolve(name, owner.ContainingType) is { } resolved)
                    names.Add(resolved);
            }
        }
    }

    private static LockName? Resolve(string name, INamedTypeSymbol? type)
    {
        if (name == "this")
            return new LockName(LockScope.Own, []);
        var simple = name.StartsWith("this.", System.StringComparison.Ordinal) ? name.Substring("this.".Length) : name;
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(simple))
            {
                if (member is IFieldSymbol or IPropertySymbol)
                    return new LockName(member.IsStatic ? LockScope.Static : LockScope.Own, ImmutableArray.Create(new PathStep(member.OriginalDefinition)));
            }
        }

        return null;
    }
}
