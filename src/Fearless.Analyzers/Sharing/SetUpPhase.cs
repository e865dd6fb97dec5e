using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// What a type does with its object before it hands it to others: <c>Run</c> stores what the callbacks need, and then subscribes. Nobody has the
/// object before, so that this is no more shared than the constructor; the helpers that are called meanwhile are part of it.
/// </summary>
internal sealed class SetUpPhase(
    CallGraph calls, ThreadRoots roots, IReadOnlyList<MemberBody> bodies, Func<INamedTypeSymbol, TypeStructure?> structures, Makers makers)
{
    // Helpers of helpers; deeper, nobody knows.
    private const int MaxDepth = 5;

    private readonly MemberBodyIndex _index = new(bodies);

    // By depth as well: what is found must not depend on who asked first, and from how far away.
    private readonly ConcurrentDictionary<(MemberBody Body, int Depth), int> _handOvers = [];
    private readonly ConcurrentDictionary<MemberBody, int> _ownHandOvers = [];
    private readonly ConcurrentDictionary<(MemberBody Body, SetUpEvidence Evidence, int Depth), bool> _parts = [];

    /// <summary>The place comes before its body's first hand-over, and the body runs when nobody else has the object.</summary>
    /// <param name="body">Whose code it is.</param>
    /// <param name="place">Where in it.</param>
    /// <param name="evidence">What it takes to believe that.</param>
    public bool Covers(MemberBody body, SyntaxNode place, SetUpEvidence evidence) => Covers(body, place, evidence, 0);

    /// <summary>It gives the object away, itself or through what it calls.</summary>
    public bool HandsOver(ISymbol member) => HandsOver(member, 0);

    private bool Covers(MemberBody body, SyntaxNode place, SetUpEvidence evidence, int depth) =>
        !body.IsConstructor && depth <= MaxDepth && place.Span.End <= FirstHandOver(body, 0)
        && (_parts.TryGetValue((body, evidence, depth), out var known) ? known : _parts.GetOrAdd((body, evidence, depth), IsPart(body.Owner, evidence, depth)));

    /// <summary>The member runs before anybody else has the object.</summary>
    private bool IsPart(ISymbol member, SetUpEvidence evidence, int depth)
    {
        if (member is not IMethodSymbol { IsStatic: false, IsAsync: false } method || calls.Escapes(member) || calls.WorkOf(member).Count > 0)
            return false;
        if (method is { IsOverride: true, OverriddenMethod: { } overridden } && EntryLocks.IsTemplate(overridden))
        {
            var definition = overridden.OriginalDefinition;
            return depth < MaxDepth && structures(definition.ContainingType)?.SetUp.IsPart(definition, evidence, depth + 1) == true;
        }

        if (roots.IsEntry(member) && !EntryLocks.IsTemplate(member))
            return IsStart(method, evidence);
        var sites = calls.SitesOf(member);
        foreach (var site in sites)
        {
            if (site.Receiver is not { Root: PathRoot.This, Steps.IsEmpty: true })
                return IsStart(method, evidence);
            if (site.Context != ThreadContext.Main || (!site.Caller.IsConstructor && !Covers(site.Caller, site.Syntax, evidence, depth + 1)))
                return false;
        }

        return sites.Count > 0;
    }

    /// <summary>The first member that is called on an object: what it makes, the others need, or only whoever makes the object calls it.</summary>
    private bool IsStart(IMethodSymbol method, SetUpEvidence evidence)
    {
        if (method.MethodKind != MethodKind.Ordinary && method.MethodKind != MethodKind.ExplicitInterfaceImplementation)
            return false;
        if (evidence == SetUpEvidence.Maker)
            return makers.AreOnlyCallersOf(method);
        foreach (var body in _index.BodiesOf(method))
        {
            if (body.Facts is not { Acquisitions.Count: 0 } || FirstHandOver(body, 0) is int.MaxValue)
                return false;
            return evidence == SetUpEvidence.Store || FirstStores.MakeReady(body, FirstHandOver(body, 0), bodies) || makers.AreOnlyCallersOf(method);
        }

        return false;
    }

    /// <summary>Where the body first gives the object away; the end of time, if it does not.</summary>
    private int FirstHandOver(MemberBody body, int depth) =>
        _handOvers.TryGetValue((body, depth), out var known) ? known : _handOvers.GetOrAdd((body, depth), FindFirstHandOver(body, depth));

    private int FindFirstHandOver(MemberBody body, int depth)
    {
        var first = _ownHandOvers.GetOrAdd(body, FindOwnHandOver);
        if (depth == MaxDepth)
            return first;
        foreach (var call in body.Facts?.Calls ?? [])
        {
            if (call.Context == ThreadContext.Main && call.Receiver is { Root: PathRoot.This, Steps.IsEmpty: true } && HandsOver(call.Target.OriginalDefinition, depth + 1))
            {
                // Its arguments are read before.
                first = Math.Min(first, Loops.OutermostAround(call.Syntax)?.SpanStart ?? call.Syntax.Span.End);
            }
        }

        return first;
    }

    private static int FindOwnHandOver(MemberBody body)
    {
        var first = int.MaxValue;
        foreach (var operation in body.Root.Descendants())
        {
            if (HandOver.IsOne(operation) && !IsNotStarted(operation, body))
                first = Math.Min(first, StartOf(operation.Syntax));
        }

        foreach (var site in body.Facts?.Spawns ?? [])
        {
            foreach (var start in site.Starts)
                first = Math.Min(first, StartOf(start));
        }

        return first;
    }

    private bool HandsOver(ISymbol member, int depth)
    {
        foreach (var body in _index.BodiesOf(member))
        {
            if (FirstHandOver(body, depth) != int.MaxValue)
                return true;
        }

        return !SymbolEqualityComparer.Default.Equals(MemberShape.Outermost(member.ContainingType).OriginalDefinition, roots.Outermost)
            && structures(member.ContainingType)?.SetUp.HandsOver(member, depth) == true;
    }

    /// <summary>In a loop, what comes first in the text may come after in time.</summary>
    private static int StartOf(SyntaxNode syntax) => (Loops.OutermostAround(syntax) ?? syntax).SpanStart;

    /// <summary><c>new Thread(Loop)</c>: nothing runs before it is started.</summary>
    private static bool IsNotStarted(IOperation operation, MemberBody body)
    {
        foreach (var site in body.Facts?.Spawns ?? [])
        {
            if (operation is IArgumentOperation { Parent: IObjectCreationOperation made } && made.Syntax == site.Call && !Enumerable.Contains(site.Starts, made.Syntax))
                return true;
        }

        return false;
    }
}
