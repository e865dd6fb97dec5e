using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>What a function's markers say is held when it begins: <c>[RequiresLock]</c>, and <c>[ReleasesLock]</c>, which gives back what its caller took.</summary>
internal static class EntryContract
{
    private static readonly string[] _taken = ["RequiresLockAttribute", "ReleasesLockAttribute"];

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

        foreach (var attribute in _taken)
        {
            foreach (var contracted in LockContracts.Of(function, attribute))
            {
                if (contracted.Marker.ApplicationSyntaxReference?.GetSyntax() is { } syntax)
                    yield return new HeldLock(contracted.Path, LockNames.KindOf(contracted.Type), contracted.IsShared ? LockMode.Shared : LockMode.Exclusive, syntax, guard: null);
            }
        }
    }
}
