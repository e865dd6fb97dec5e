using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The lock that the accesses to a member hold, with the evidence for it.</summary>
internal sealed class Guard(LockName name, int held, int total, bool holdsEveryWrite, Touch write)
{
    // MODEL section 3: two accesses under the lock, one of them a write, and two accesses in three.
    private const int MinHeld = 2;

    public LockName Name { get; } = name;

    public int Held { get; } = held;

    public int Total { get; } = total;

    /// <summary>A write that holds it.</summary>
    public Touch Write { get; } = write;

    /// <summary>
    /// Enough accesses hold the lock; or every write does, and they are all in sight. A reference that is stored under a lock, often while the
    /// object is set up, is whole for whoever reads it, so there the second is not enough.
    /// </summary>
    private bool IsEvident(ISymbol member) => !MemberType.IsSettable(member) && ((Held >= MinHeld && Held * 3 >= Total * 2) || (HoldsEveryWrite && IsAllInSight(member)));

    private bool IsAllInSight(ISymbol member) => Write.Effect == ObjectEffect.Write
        || (MemberType.Of(member) is { IsReferenceType: false } type && (Held >= MinHeld || type is not ITypeParameterSymbol) && !MemberType.IsWrittenOutside(member));

    /// <summary>Whoever changes the member takes the lock: a reader that does not may see any of the states in between.</summary>
    public bool HoldsEveryWrite { get; } = holdsEveryWrite;

    /// <summary>Null: the accesses do not say that any lock guards the member.</summary>
    public static Guard? Infer(ISymbol member, IReadOnlyList<Touch> touches, TypeFacts facts)
    {
        Guard? best = null;
        foreach (var name in Candidates(member, touches))
        {
            if (Of(name, touches) is { } guard && guard.IsEvident(member) && !IsForWholeRun(member, name, facts) && (best is null || guard.Held > best.Held))
                best = guard;
        }

        return best;
    }

    /// <summary>
    /// One lock for all objects, taken in one place: it keeps a second object from running meanwhile, and what the first one does is under it by the way.
    /// </summary>
    private static bool IsForWholeRun(ISymbol member, LockName name, TypeFacts facts)
    {
        if (member.IsStatic || name.Scope != LockScope.Static)
            return false;
        var regions = 0;
        foreach (var body in facts.Bodies)
        {
            foreach (var acquisition in body.Facts?.Acquisitions ?? [])
                regions += SymbolEqualityComparer.Default.Equals(acquisition.Path.LastMember, name.LockClass) ? 1 : 0;
        }

        return regions < 2;
    }

    /// <summary>What the accesses say about one lock; null: no write holds it.</summary>
    public static Guard? Of(LockName name, IReadOnlyList<Touch> touches)
    {
        int held = 0, total = 0;
        var holdsEveryWrite = true;
        Touch? write = null;
        foreach (var touch in touches)
        {
            total += touch.Weight;
            if (!touch.Holds(name))
            {
                holdsEveryWrite &= !touch.IsWrite;
                continue;
            }

            held += touch.Weight;
            if (touch.IsWrite && (write is null || (touch.Effect == ObjectEffect.Write && write.Effect != ObjectEffect.Write)))
                write = touch;
        }

        return write is null ? null : new Guard(name, held, total, holdsEveryWrite, write);
    }

    /// <summary>All locks that some access holds, in an order that depends on the source only. A lock of an object says nothing about a static.</summary>
    public static IEnumerable<LockName> Candidates(ISymbol member, IReadOnlyList<Touch> touches)
    {
        var names = new HashSet<LockName>();
        foreach (var touch in touches)
        {
            foreach (var name in touch.Access.Locks.Concat(touch.Access.SharedLocks))
            {
                if (!member.IsStatic || name.Scope == LockScope.Static)
                    names.Add(name);
            }
        }

        return names.OrderBy(static name => name.ToString(), System.StringComparer.Ordinal).ToImmutableArray();
    }
}
