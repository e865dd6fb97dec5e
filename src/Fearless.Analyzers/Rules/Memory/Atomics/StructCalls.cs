using System.Collections.Generic;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary><c>_tallies.Reset()</c>, which stores plainly to a field of the struct that the holder counts up in one step.</summary>
internal static class StructCalls
{
    public static IEnumerable<(IOperation Call, IOperation Atomic, ISymbol Part)> In(TypeFacts facts, IFieldSymbol holder, CompilationScope scope)
    {
        if (holder.Type is not INamedTypeSymbol { IsValueType: true, DeclaringSyntaxReferences.IsEmpty: false })
            yield break;
        foreach (var access in facts.AccessesTo(holder))
        {
            if (!access.IsOnThis || access.Locks.Count > 0 || ConcurrencyEvidence.IsOrderedByOwnWork(access) || SharedTouches.MethodOf(access.Reference) is not { } method)
                continue;
            foreach (var part in scope.Effects.EffectOf(method).Written)
            {
                if (AtomicAt(facts, part, access) is { } atomic && !SetUps.IsByMaker(access, facts))
                {
                    yield return (access.Reference, atomic.Reference, part);
                    break;
                }
            }
        }
    }

    private static StorageAccess? AtomicAt(TypeFacts facts, ISymbol part, StorageAccess holder)
    {
        StorageAccess? first = null;
        foreach (var access in facts.AccessesTo(part))
        {
            if (access.IsAtomic && access.IsWrite && access.Path.Equals(holder.Path.Member(part)) && (first is null || Touches.Compare(access.Syntax, first.Syntax) < 0))
                first = access;
        }

        return first;
    }
}
