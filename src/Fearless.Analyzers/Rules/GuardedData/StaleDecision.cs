using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What was read under one acquisition of a lock decides what is written under a later one: in between, anybody may have changed it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleDecision() : FearlessAnalyzer(Descriptors.FEAR4005_StaleDecision)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Locks, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!facts.IsOwn(member) || (TypeMarkers.OfStorage(member) & Marks.AssumeSync) != 0 || !(HasSeveralRegions(facts.AccessesTo(member)) || HasQuestions(facts.AccessesTo(member))))
                continue;
            var touches = Touches.Of(member, facts, scope);
            var reported = new HashSet<SyntaxNode>();
            foreach (var act in touches)
            {
                if (act.IsWrite && act.Access.Context != ThreadContext.Unknown && (DecisionBehind(act, touches) ?? QuestionBehind(act, touches)) is { } check && reported.Add(act.Syntax))
                    Report(context, member, check.Read, act, check.Lock);
            }
        }
    }

    private static bool HasSeveralRegions(IReadOnlyList<StorageAccess> accesses)
    {
        var regions = new Dictionary<MemberBody, SyntaxNode>();
        foreach (var access in accesses)
        {
            if (access.Fact.Locks.IsEmpty)
                continue;
            var region = access.Fact.Locks[0].Acquisition;
            if (!regions.TryGetValue(access.Body, out var first))
                regions.Add(access.Body, region);
            else if (first != region)
                return true;
        }

        return false;
    }

    /// <summary>The read under an earlier acquisition of the same lock that the write goes by.</summary>
    private static (Touch Read, HeldLock Lock)? DecisionBehind(Touch act, List<Touch> touches)
    {
        foreach (var held in act.Access.Fact.Locks)
        {
            if (IsCheckedAgain(act, held, touches))
                continue;
            foreach (var read in touches)
            {
                if (read.Access.Body == act.Access.Body && read.Access.Context == act.Access.Context && read.Syntax.SpanStart < act.Syntax.SpanStart && !read.IsWrite
                    && RegionOf(read, held) is { } earlier && earlier.Acquisition != held.Acquisition && earlier.Acquisition.SpanStart < held.Acquisition.SpanStart
                    && StaleValue.DecidesOver(read.Access.Reference, act.Access.Reference, held))
                {
                    return (read, held);
                }
            }
        }

        return null;
    }

    /// <summary>Some member of the type looks at it under a lock, and returns what it found.</summary>
    private static bool HasQuestions(IReadOnlyList<StorageAccess> accesses)
    {
        foreach (var access in accesses)
        {
            if (!access.Fact.Locks.IsEmpty && access.Body.Owner is IMethodSymbol { ReturnsVoid: false })
                return true;
        }

        return false;
    }

    /// <summary><c>if (Count == 0) return;</c>, where <c>Count</c> takes the lock for itself and has given it back.</summary>
    private static (Touch Read, HeldLock Lock)? QuestionBehind(Touch act, List<Touch> touches)
    {
        if (!StaleValue.IsUnrepeatable(act.Access.Reference))
            return null;
        foreach (var held in act.Access.Fact.Locks)
        {
            Touch? found = null;
            if (!IsCheckedAgain(act, held, touches) && StaleValue.IsDecidedBy(act.Access.Reference, held, condition => (found = AskedIn(condition, held, touches)) is not null))
                return (found!, held);
        }

        return null;
    }

    /// <summary>What a member that the condition asks reads under the same lock.</summary>
    private static Touch? AskedIn(IOperation condition, HeldLock held, List<Touch> touches)
    {
        foreach (var part in condition.DescendantsAndSelf())
        {
            var asked = part switch
            {
                IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property.GetMethod,
                IInvocationOperation { Instance: null or IInstanceReferenceOperation } call => call.TargetMethod,
                _ => null,
            };
            if (asked is null)
                continue;
            foreach (var touch in touches)
            {
                if (!touch.IsWrite && touch.Access.Context == ThreadContext.Main && SymbolEqualityComparer.Default.Equals(touch.Access.Body.Owner, asked.OriginalDefinition)
                    && RegionOf(touch, held) is not null && !touches.Exists(other => other.IsWrite && other.Access.Body == touch.Access.Body))
                {
                    return touch;
                }
            }
        }

        return null;
    }

    /// <summary>The region looks at the member itself before it acts.</summary>
    private static bool IsCheckedAgain(Touch act, HeldLock held, List<Touch> touches)
    {
        foreach (var other in touches)
        {
            if (other != act && other.Access.Body == act.Access.Body && other.Syntax.SpanStart < act.Syntax.SpanStart && RegionOf(other, held)?.Acquisition == held.Acquisition)
                return true;
        }

        return false;
    }

    private static HeldLock? RegionOf(Touch touch, HeldLock held)
    {
        foreach (var candidate in touch.Access.Fact.Locks)
        {
            if (candidate.Path.Equals(held.Path))
                return candidate;
        }

        return null;
    }

    private static void Report(SymbolContext context, ISymbol member, Touch read, Touch act, HeldLock held) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.FEAR4005_StaleDecision,
        act.Syntax.GetLocation(),
        ImmutableArray.Create(read.Syntax.GetLocation()),
        member.Name,
        read.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
        held.Path.ToString()));
}
