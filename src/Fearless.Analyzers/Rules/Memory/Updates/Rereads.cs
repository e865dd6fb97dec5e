using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A state that is read again in each arm of a decision: it may change between the arms, and the decision then fits neither value.</summary>
internal static class Rereads
{
    public const string Reread = "Reread";

    public static IEnumerable<UpdateFinding> In(TypeFacts facts, ISymbol member, IReadOnlyList<AtomicUse> uses)
    {
        foreach (var load in uses)
        {
            if (load.Kind == AtomicUseKind.Load && load.Access.Locks.Count == 0 && DirectTest.Of(load.Operation) is { } test && EarlierArm(test, load, uses) is { } earlier
                && IsWrittenElsewhere(facts, member, load.Access))
            {
                yield return new UpdateFinding(
                    load.Access.Syntax, earlier.Access.Syntax,
                    $"'{member.Name}' is read again here, after line {earlier.Access.Syntax.Line()}: another thread may change it in between, and the decision then fits neither value",
                    "read it once into a local variable, and decide on that", Reread);
            }
        }
    }

    private static AtomicUse? EarlierArm(IConditionalOperation test, AtomicUse load, IReadOnlyList<AtomicUse> uses)
    {
        // 'else if' is a conditional in the other's false branch, and nothing else is there.
        for (var chain = test; chain.Parent is IConditionalOperation outer && outer.WhenFalse == chain; chain = outer)
        {
            foreach (var other in uses)
            {
                if (other.Kind == AtomicUseKind.Load && other != load && SteppedUpdates.IsSamePlace(other, load) && DirectTest.Of(other.Operation) == outer)
                    return other;
            }
        }

        return null;
    }

    private static bool IsWrittenElsewhere(TypeFacts facts, ISymbol member, StorageAccess load)
    {
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.Body != load.Body && AtomicUse.Of(access) is { Kind: not AtomicUseKind.Load })
                return true;
        }

        return false;
    }
}
