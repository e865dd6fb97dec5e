using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>What a function's markers say is held when it begins: <c>[RequiresLock]</c>, and <c>[ReleasesLock]</c>, which gives back what its caller took.</summary>
internal static class EntryContract
{
    public static FlowState Apply(FunctionBody function, FlowState input)
    {
        if (function.Symbol is not { } symbol)
            return input;
        var locks = input.Locks;
        foreach (var held in Of(symbol))
            locks = locks.Select(static (world, held) => world.Acquire(held), held);
        return input.With(locks);
    }

    private static IEnumerable<HeldLock> Of(IMethodSymbol function)
    {
        // [MethodImpl(MethodImplOptions.Synchronized)] is a lock on the object around the whole body.
        if ((function.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0 && !function.IsStatic
            && function.DeclaringSyntaxReferences.Length > 0)
        {
            yield return new HeldLock(AccessPath.This, LockKind.Monitor, LockMode.Exclusive, function.DeclaringSyntaxReferences[0].GetSyntax(), guard: null);
        }

        foreach (var held in Of(function, function))
            yield return held;
        if (function.AssociatedSymbol is { } property)
        {
            foreach (var held in Of(property, function))
                yield return held;
        }
    }

    private static IEnumerable<HeldLock> Of(ISymbol marked, IMethodSymbol function)
    {
        foreach (var marker in marked.GetAttributes())
        {
            if (marker.AttributeClass is not { } type || !(type.Is("RequiresLockAttribute", "Fearless") || type.Is("ReleasesLockAttribute", "Fearless"))
                || function.ContainingType is not { } owner || marker.ApplicationSyntaxReference?.GetSyntax() is not { } syntax)
            {
                continue;
            }

            var mode = LockMode.Exclusive;
            foreach (var argument in marker.NamedArguments)
            {
                if (argument is { Key: "Shared", Value.Value: true })
                    mode = LockMode.Shared;
            }

            foreach (var name in LockNames.NamesIn(marker))
            {
                if (LockNames.Resolve(name, owner, function) is { } found)
                    yield return new HeldLock(found.Path, LockNames.KindOf(found.Type), mode, syntax, guard: null);
            }
        }
    }
}
