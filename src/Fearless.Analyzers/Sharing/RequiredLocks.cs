using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The locks that a member's <c>[RequiresLock]</c> says its callers hold.</summary>
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
                if (value.Value is string name && MemberLocks.Resolve(name, owner.ContainingType) is { } resolved)
                    names.Add(resolved);
            }
        }
    }
}
