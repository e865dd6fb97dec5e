using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Accesses as the callers see them: <c>if (IsDue)</c> is a look at what the getter reads, <c>Renew()</c> a store of what the method stores. A
/// statement that moves into a helper of the same object is the same step.
/// </summary>
internal static class LiftedAccesses
{
    // A helper of a helper; further away, the code says too little about what the value is for.
    private const int MaxHops = 2;

    /// <summary>At each call on the same object that leads to the access. A read counts where its value is what the member returns.</summary>
    public static IEnumerable<StorageAccess> Of(StorageAccess access, TypeFacts facts)
    {
        var seen = new HashSet<(SyntaxNode, ThreadContext)>();
        var pending = new Queue<(StorageAccess Access, int Hops)>();
        pending.Enqueue((access, 0));
        while (pending.Count > 0)
        {
            var (current, hops) = pending.Dequeue();
            if (hops >= MaxHops || !CanBeLifted(current))
                continue;
            foreach (var site in facts.Calls.SitesOf(current.Body.Owner))
            {
                if (!IsOnSameObject(site, current) || site.Context == ThreadContext.Unknown || FactOf(site, access) is not { } fact || OperationAt(site) is not { } call)
                    continue;
                if (!seen.Add((site.Syntax, site.Context)))
                    continue;
                var lifted = current.At(call, site.Caller, fact, LocksOf(current, site));
                yield return lifted;
                pending.Enqueue((lifted, hops + 1));
            }
        }
    }

    private static bool CanBeLifted(StorageAccess access) =>
        access.Context == ThreadContext.Main && access.IsOnThis && !access.IsAlias && access.Path.Steps.Length == 1
        && access.Body.Owner is IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) } owner
        && access.Reference.EnclosingFunction() is null && (access.IsWrite || IsAnswer(access, owner));

    /// <summary>What it returns is the value that was read, or was computed from it.</summary>
    private static bool IsAnswer(StorageAccess access, IMethodSymbol owner)
    {
        if (owner.ReturnsVoid)
            return false;
        var trail = ValueTrail.Of(access.Reference, access.Body.Sources);
        foreach (var operation in access.Body.Root.Descendants())
        {
            if (operation is IReturnOperation { ReturnedValue: { } returned } && operation.EnclosingFunction() is null && trail.IsIn(returned))
                return true;
        }

        return false;
    }

    private static bool IsOnSameObject(CallSite site, StorageAccess access) =>
        access.Path.Root == PathRoot.Static || site.Receiver is { Root: PathRoot.This, Steps.IsEmpty: true };

    private static AccessFact? FactOf(CallSite site, StorageAccess access)
    {
        foreach (var call in site.Caller.Facts?.Calls ?? [])
        {
            if (call.Syntax == site.Syntax && call.Context == site.Context)
                return AccessFact.At(call, access.Path, access.Kind);
        }

        // The use of a property.
        foreach (var use in site.Caller.Facts?.Accesses ?? [])
        {
            if (use.Syntax == site.Syntax && use.Context == site.Context)
                return use.To(access.Path, access.Kind);
        }

        return null;
    }

    private static IOperation? OperationAt(CallSite site)
    {
        foreach (var operation in site.Caller.Root.Descendants())
        {
            if (operation.Syntax == site.Syntax && operation is IInvocationOperation or IPropertyReferenceOperation)
                return operation;
        }

        return null;
    }

    private static HashSet<LockName> LocksOf(StorageAccess access, CallSite site)
    {
        HashSet<LockName> locks = [.. access.Locks];
        foreach (var held in site.Locks)
        {
            if (held.Mode != LockMode.Shared && LockName.Relative(held.Path, access.Path) is { } name)
                locks.Add(name);
        }

        return locks;
    }
}
