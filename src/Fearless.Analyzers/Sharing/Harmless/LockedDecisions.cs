using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Reads beside the lock whose outcome is decided under it, before or after.</summary>
internal static class LockedDecisions
{
    /// <summary>A look before the lock that is repeated under it (double-checked locking is a rule of its own).</summary>
    public static bool FollowOn(Touch touch, Guard guard, IReadOnlyList<Touch> all)
    {
        foreach (var other in all)
        {
            if (other.Access.Body == touch.Access.Body && other.Syntax.SpanStart > touch.Syntax.SpanStart && other.Holds(guard.Name) && (other.Access.Kind & AccessKind.Read) != 0)
                return true;
        }

        return false;
    }

    /// <summary>
    /// Code that runs only because of what a local says that was computed under the lock from the same member: whoever is last to count down
    /// then has the rest to itself.
    /// </summary>
    public static bool CameBefore(Touch touch, Guard guard, IReadOnlyList<Touch> all)
    {
        for (var around = touch.Access.Reference.Parent; around is not null; around = around.Parent)
        {
            if (around is not IConditionalOperation { Condition: var condition } || condition.Unwrap() is not ILocalReferenceOperation { Local: var decision })
                continue;
            foreach (var other in all)
            {
                if (other.Access.Body == touch.Access.Body && other.Holds(guard.Name) && LocalOf(other.Access.Reference) is { } local && SymbolEqualityComparer.Default.Equals(local, decision))
                    return true;
            }
        }

        return false;
    }

    /// <summary>The local in whose value the reference takes part.</summary>
    private static ILocalSymbol? LocalOf(IOperation reference)
    {
        for (var around = reference.Parent; around is not null and not IBlockOperation; around = around.Parent)
        {
            if (around is IVariableDeclaratorOperation declarator)
                return declarator.Symbol;
            if (around is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target })
                return target.Local;
        }

        return null;
    }
}
