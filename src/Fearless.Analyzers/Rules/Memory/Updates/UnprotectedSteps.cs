using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A plain <c>_count++</c> in a function that changes a concurrent collection of the same object: the collection says that several threads run
/// this very function, and the counter loses what they do.
/// </summary>
internal static class UnprotectedSteps
{
    public static IEnumerable<UpdateFinding> In(TypeFacts facts, ISymbol member)
    {
        if (member is not IFieldSymbol { IsVolatile: false } field || !facts.IsOwn(field) || (TypeMarkers.OfStorage(field) & (Marks.GuardedBy | Marks.AssumeSync | Marks.ThreadAffine)) != 0
            || MemberShape.IsPerThread(field) || ConcurrencyEvidence.IsAtomic(facts, field) || IsEverLocked(facts, field))
        {
            yield break;
        }

        foreach (var access in facts.AccessesTo(field))
        {
            if (access.IsWrite && !access.IsAlias && access.IsOnThis && !access.HoldsStrangeLock && AccessSyntax.IsReadModifyWrite(access.Reference, field.OriginalDefinition)
                && Overlaps(facts, access) && CollectionBeside(facts, access) is { } beside)
            {
                yield return new UpdateFinding(
                    access.Syntax, beside.Syntax,
                    $"'{field.Name}' is read and written in two steps beside '{beside.Member.Name}', a {MemberType.Of(beside.Member)?.Name} for several threads (line {beside.Syntax.Line()}): what another thread writes in between is lost",
                    "use Interlocked, or a lock", SteppedUpdates.Step);
            }
        }
    }

    /// <summary>Strangers may call the function, or it is a delegate that a stranger was given.</summary>
    private static bool Overlaps(TypeFacts facts, StorageAccess access) => access.Context == ThreadContext.Unknown || ConcurrencyEvidence.OverlapsItself(facts, access);

    private static bool IsEverLocked(TypeFacts facts, IFieldSymbol field)
    {
        foreach (var access in facts.AccessesTo(field))
        {
            if (access.IsLocked || access.HoldsStrangeLock)
                return true;
        }

        return false;
    }

    /// <summary>Changed in the same function, on the same object. Who takes from a queue may be its only consumer: that is no sign of several threads.</summary>
    private static StorageAccess? CollectionBeside(TypeFacts facts, StorageAccess update)
    {
        foreach (var member in facts.Members)
        {
            if (member.IsStatic != update.Member.IsStatic || !ConcurrencyEvidence.IsConcurrentCollection(MemberType.Of(member)))
                continue;
            foreach (var call in ConcurrentCall.Of(facts, member))
            {
                if (call.Access.Body == update.Body && call.Access.Context == update.Context && call.Access.IsOnThis && call.Access.Reference.EnclosingFunction() == update.Reference.EnclosingFunction()
                    && call.Name is "TryAdd" or "TryRemove" or "GetOrAdd" or "AddOrUpdate" or "TryUpdate" or "Enqueue" or "Push" or "Add" or "set")
                {
                    return call.Access;
                }
            }
        }

        return null;
    }
}
