using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Locks that a body does not take, and yet gives back, waits on or pulses: it is entered with them held, or it throws. Whoever took them is another
/// member of the same guard, or the caller.
/// </summary>
internal static class LocksInHand
{
    /// <summary>Each with the end of the part of the body in which it is held.</summary>
    public static IReadOnlyList<(AccessPath Lock, int Until)> In(MemberBody body)
    {
        var held = new List<(AccessPath, int)>();
        if (body.Facts is not { } facts)
            return held;
        foreach (var release in facts.Locks.Releases)
        {
            if (release.Context == ThreadContext.Main && !release.Call.IsImplicit && IsOwnedByThread(release.Effect.Kind) && !IsTaken(release.Path, facts, release.Syntax))
                held.Add((release.Path, release.Syntax.SpanStart));
        }

        foreach (var condition in facts.Locks.Conditions)
        {
            if (condition.Locks.IsEmpty && !IsTaken(condition.Path, facts, null))
                held.Add((condition.Path, int.MaxValue));
        }

        return held;
    }

    /// <summary>A semaphore may be given back by anybody.</summary>
    private static bool IsOwnedByThread(LockKind kind) => kind is LockKind.Monitor or LockKind.Lock or LockKind.ReaderWriterLock;

    private static bool IsTaken(AccessPath path, BodyFacts facts, SyntaxNode? before)
    {
        foreach (var acquisition in facts.Acquisitions)
        {
            if (acquisition.Path.Equals(path) && (before is null || acquisition.Syntax.SpanStart < before.SpanStart))
                return true;
        }

        return false;
    }
}
