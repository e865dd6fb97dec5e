using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Data that is complete before an atomic store says so, and is read only after that was seen: the announcement orders the two, and the readers need no
/// lock. What announces is a volatile flag, a field or an element that is stored with release, or the data itself; what sees it may be a method that is
/// called first (<c>EnsureCreated();</c>).
/// </summary>
internal static class PublishedByFlag
{
    public static bool Covers(Touch read, IReadOnlyList<Touch> all, TypeFacts facts)
    {
        if (read.IsWrite)
            return false;
        foreach (var member in facts.Members)
        {
            if (Announcements.Are(member, facts) && IsSeenBefore(read, member, facts) && IsSetAfterEveryWrite(all, member, facts))
                return true;
        }

        return false;
    }

    private static bool IsSeenBefore(Touch read, ISymbol flag, TypeFacts facts) =>
        IsSeenIn(flag, read.Access.Body, read.Syntax.SpanStart, read.Access, facts)
        || ForCallers(read.Access.Body, facts, site => IsSeenIn(flag, site.Caller, site.Syntax.SpanStart, null, facts));

    private static bool IsSeenIn(ISymbol flag, MemberBody body, int before, StorageAccess? read, TypeFacts facts)
    {
        foreach (var access in facts.AccessesTo(flag))
        {
            if (access.Body == body && access != read && access.Syntax.SpanStart < before && IsLook(access, read) && (read is null || Announcements.IsOfSameElement(access, read)))
                return true;
        }

        foreach (var call in body.Facts?.Calls ?? [])
        {
            if (call.Syntax.SpanStart < before && call.Context == ThreadContext.Main && call.Receiver is null or { Root: PathRoot.This, Steps.IsEmpty: true } && Announcements.IsSeenByAll(call.Target, flag, facts))
                return true;
        }

        return false;
    }

    /// <summary>A plain look at a flag that others store in one step is a mistake of its own, and not the missing lock.</summary>
    private static bool IsLook(StorageAccess access, StorageAccess? read) =>
        Announcements.IsLoad(access) || (!access.IsWrite && !access.IsAlias && Announcements.ElementOf(access) is null && !SymbolEqualityComparer.Default.Equals(access.Member, read?.Member));

    private static bool IsSetAfterEveryWrite(IReadOnlyList<Touch> all, ISymbol flag, TypeFacts facts)
    {
        foreach (var touch in all)
        {
            if (!touch.IsWrite || IsTakenBack(touch, flag, facts) || IsSetIn(flag, touch.Access.Body, touch.Access, touch.Syntax.SpanStart, facts))
                continue;
            if (!ForCallers(touch.Access.Body, facts, site => IsSetIn(flag, site.Caller, touch.Access, site.Syntax.SpanStart, facts)))
                return false;
        }

        return true;
    }

    /// <summary>The announcement is taken back beside it: nobody goes by the data any more.</summary>
    private static bool IsTakenBack(Touch write, ISymbol flag, TypeFacts facts) =>
        write.Syntax.AncestorsAndSelf().OfType<AssignmentExpressionSyntax>().FirstOrDefault() is { Right: LiteralExpressionSyntax { Token.Value: null or 0 or false } }
        && (IsSetIn(flag, write.Access.Body, write.Access, 0, facts) || IsClearedIn(flag, write.Access.Body, facts));

    /// <summary>The element of it becomes null.</summary>
    private static bool IsClearedIn(ISymbol flag, MemberBody body, TypeFacts facts)
    {
        foreach (var access in facts.AccessesTo(flag))
        {
            if (access.Body == body && Announcements.ElementOf(access) is { } element && element.UsedBy() is ISimpleAssignmentOperation { Value: var value } && value.Unwrap().ConstantValue is { HasValue: true, Value: null })
                return true;
        }

        return false;
    }

    /// <summary>At the place, which may be the announcement itself, or after it.</summary>
    private static bool IsSetIn(ISymbol flag, MemberBody body, StorageAccess write, int after, TypeFacts facts)
    {
        foreach (var access in facts.AccessesTo(flag))
        {
            if (access.Body == body && access.Syntax.SpanStart >= after
                && (Announcements.IsStore(access) || (access.IsWrite && !SymbolEqualityComparer.Default.Equals(access.Member, write.Member))))
                return true;
        }

        return false;
    }

    private static bool ForCallers(MemberBody body, TypeFacts facts, System.Func<CallSite, bool> holds)
    {
        var sites = facts.Calls.SitesOf(body.Owner);
        foreach (var site in sites)
        {
            if (!holds(site))
                return false;
        }

        return sites.Count > 0;
    }
}
