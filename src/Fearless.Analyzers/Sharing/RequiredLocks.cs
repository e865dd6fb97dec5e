using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The locks that a member's <c>[RequiresLock]</c>, its own or an inherited one, says its callers hold.</summary>
internal static class RequiredLocks
{
    public static IReadOnlyList<LockName> Of(ISymbol owner)
    {
        var names = new List<LockName>();
        if (owner is not IMethodSymbol method)
            return names;
        foreach (var required in LockContracts.Of(method, "RequiresLockAttribute"))
        {
            if (required.Path.Root is PathRoot.This or PathRoot.Static)
                names.Add(new LockName(required.Path.Root == PathRoot.This ? LockScope.Own : LockScope.Static, required.Path.Steps));
        }

        return names;
    }
}
