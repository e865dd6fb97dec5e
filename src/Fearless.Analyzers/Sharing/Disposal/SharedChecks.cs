using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>Whether the two sides agree on whose turn it is: a flag that the disposal sets and the use tests under the same lock, or a claim by an atomic step.</summary>
internal sealed class SharedChecks(TypeFacts facts)
{
    public bool Protect(StorageAccess use, StorageAccess disposal) =>
        ConcurrencyEvidence.SharesLock(use, disposal) ? IsTested(use, disposal) : IsClaimed(use, disposal);

    /// <summary>The use has looked at something that the disposing member changes.</summary>
    private bool IsTested(StorageAccess use, StorageAccess disposal)
    {
        var marks = MarksOf(disposal.Body);
        if (marks.Contains(use.Member))
            return true;
        foreach (var mark in marks)
        {
            foreach (var read in facts.AccessesTo(mark))
            {
                if (!read.IsAlias && IsBefore(read, use.Body, use.Syntax, 0))
                    return true;
            }
        }

        // The object may know itself that it is gone.
        foreach (var other in facts.AccessesTo(use.Member))
        {
            if (other.Body == use.Body && other.Syntax.SpanStart < use.Syntax.SpanStart && MemberCall.On(other.Reference) is IPropertyReferenceOperation property
                && !(property.UsedBy() is IAssignmentOperation assignment && assignment.Target == property))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the member stores, itself or through its helpers and callers.</summary>
    private HashSet<ISymbol> MarksOf(MemberBody body)
    {
        var bodies = new HashSet<MemberBody> { body };
        foreach (var site in facts.Calls.SitesOf(body.Owner))
            bodies.Add(site.Caller);
        foreach (var other in facts.Bodies)
        {
            foreach (var site in facts.Calls.SitesOf(other.Owner))
            {
                if (site.Caller == body)
                    bodies.Add(other);
            }
        }

        var marks = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var member in facts.Members)
        {
            foreach (var access in facts.AccessesTo(member))
            {
                if (access.IsWrite && !access.IsAlias && bodies.Contains(access.Body))
                    marks.Add(member);
            }
        }

        return marks;
    }

    /// <summary>In the body before the place, in what it calls before it, or in a caller before the call that leads here.</summary>
    private bool IsBefore(StorageAccess read, MemberBody body, SyntaxNode place, int depth)
    {
        if (read.Body == body)
            return read.Syntax.SpanStart < place.SpanStart && RegionOf(read.Syntax) == RegionOf(place) && Decides(read.Reference);
        foreach (var site in facts.Calls.SitesOf(read.Body.Owner))
        {
            if (site.Caller == body && site.Syntax.SpanStart < place.SpanStart && RegionOf(site.Syntax) == RegionOf(place))
                return true;
        }

        if (depth == 2)
            return false;
        foreach (var site in facts.Calls.SitesOf(body.Owner))
        {
            if (!site.Locks.IsEmpty && IsBefore(read, site.Caller, site.Syntax, depth + 1))
                return true;
        }

        return false;
    }

    /// <summary>What was found out under an earlier acquisition of the lock says nothing any more.</summary>
    private static SyntaxNode? RegionOf(SyntaxNode place)
    {
        for (var at = place; at is not (null or MemberDeclarationSyntax); at = at.Parent)
        {
            if (at is LockStatementSyntax)
                return at;
        }

        return null;
    }

    /// <summary>What happens next depends on it: a condition, or a value that is kept or handed on to be tested.</summary>
    private static bool Decides(IOperation read)
    {
        IOperation child = read;
        for (var at = read.Parent; at is not null; child = at, at = at.Parent)
        {
            switch (at)
            {
                case IConditionalOperation choice when choice.Condition == child:
                case IWhileLoopOperation loop when loop.Condition == child:
                case ISwitchOperation choose when choose.Value == child:
                case ISwitchExpressionOperation or IArgumentOperation or IVariableInitializerOperation or IReturnOperation:
                    return true;
                case IBlockOperation or IExpressionStatementOperation:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Both sides take an atomic step on one word before they go on: a count of users, a state that is swapped.</summary>
    private bool IsClaimed(StorageAccess use, StorageAccess disposal)
    {
        foreach (var member in facts.Members)
        {
            bool here = false, there = false;
            foreach (var access in facts.AccessesTo(member))
            {
                if (!access.IsAtomic || !access.IsWrite || access.Reference.UsedBy() is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" } })
                    continue;
                here |= access.Body == use.Body && access.Syntax.SpanStart < use.Syntax.SpanStart;
                there |= access.Body == disposal.Body && access.Syntax.SpanStart < disposal.Syntax.SpanStart;
            }

            if (here && there)
                return true;
        }

        return false;
    }
}
