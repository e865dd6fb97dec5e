using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Whether the code around a place is ready for an <c>ObjectDisposedException</c>.</summary>
internal sealed class CaughtFailures(TypeFacts facts)
{
    private const int MaxDepth = 5;

    public bool At(StorageAccess use) => IsCaught(use.Reference, null) || AtCallers(use.Body.Owner, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>Every call that leads to the member is in such a try.</summary>
    private bool AtCallers(ISymbol member, HashSet<ISymbol> visited)
    {
        var sites = facts.Calls.SitesOf(member);
        if (sites.Count == 0 || facts.Calls.WorkOf(member).Count > 0 || !visited.Add(member) || visited.Count > MaxDepth)
            return false;
        foreach (var site in sites)
        {
            if (!IsCaughtAt(site) && !AtCallers(site.Caller.Owner, visited))
                return false;
        }

        return true;
    }

    private static bool IsCaughtAt(CallSite site)
    {
        foreach (var operation in site.Caller.Root.Descendants())
        {
            if (operation.Syntax == site.Syntax)
                return IsCaught(operation, null);
        }

        return false;
    }

    private static bool IsCaught(IOperation operation, IOperation? child)
    {
        for (IOperation? at = operation; at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); child = at, at = at.Parent)
        {
            if (at is not ITryOperation { Catches: var catches } attempt || attempt.Body != child)
                continue;
            foreach (var clause in catches)
            {
                if (Handles(clause))
                    return true;
            }
        }

        return false;
    }

    private static bool Handles(ICatchClauseOperation clause)
    {
        if (clause.ExceptionType?.Name is not (null or "Exception" or "Object" or "SystemException" or "InvalidOperationException" or "ObjectDisposedException"))
            return false;
        foreach (var operation in clause.Handler.Descendants())
        {
            if (operation is IThrowOperation)
                return false;
        }

        return true;
    }
}
