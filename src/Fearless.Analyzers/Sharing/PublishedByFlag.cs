using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Data that is complete before a volatile flag says so, and is read only after the flag was seen: the flag orders the two, and the readers
/// need no lock.
/// </summary>
internal static class PublishedByFlag
{
    public static bool Covers(Touch read, IReadOnlyList<Touch> all, TypeFacts facts)
    {
        if (read.IsWrite)
            return false;
        foreach (var member in facts.Members)
        {
            if (IsFlag(member, facts) && IsSeenBefore(read, member, facts) && IsSetAfterEveryWrite(all, member, facts))
                return true;
        }

        return false;
    }

    private static bool IsFlag(ISymbol member, TypeFacts facts)
    {
        if (member is IFieldSymbol { IsVolatile: true })
            return true;
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.IsAtomic)
                return true;
        }

        return false;
    }

    private static bool IsSeenBefore(Touch read, ISymbol flag, TypeFacts facts) =>
        HasAccess(flag, read.Access.Body, isWrite: false, before: read.Syntax.SpanStart, after: -1, facts)
        || ForCallers(read.Access.Body, facts, all: true, site => HasAccess(flag, site.Caller, isWrite: false, before: site.Syntax.SpanStart, after: -1, facts));

    private static bool IsSetAfterEveryWrite(IReadOnlyList<Touch> all, ISymbol flag, TypeFacts facts)
    {
        foreach (var touch in all)
        {
            if (!touch.IsWrite || HasAccess(flag, touch.Access.Body, isWrite: true, before: int.MaxValue, after: touch.Syntax.SpanStart, facts))
                continue;
            if (!ForCallers(touch.Access.Body, facts, all: true, site => HasAccess(flag, site.Caller, isWrite: true, before: int.MaxValue, after: site.Syntax.SpanStart, facts)))
                return false;
        }

        return true;
    }

    private static bool ForCallers(MemberBody body, TypeFacts facts, bool all, System.Func<CallSite, bool> holds)
    {
        var sites = facts.Calls.SitesOf(body.Owner);
        foreach (var site in sites)
        {
            if (holds(site) != all)
                return !all;
        }

        return all && sites.Count > 0;
    }

    private static bool HasAccess(ISymbol flag, MemberBody body, bool isWrite, int before, int after, TypeFacts facts)
    {
        foreach (var access in facts.AccessesTo(flag))
        {
            if (access.Body == body && access.IsWrite == isWrite && access.Syntax.SpanStart < before && access.Syntax.SpanStart > after)
                return true;
        }

        return false;
    }
}
