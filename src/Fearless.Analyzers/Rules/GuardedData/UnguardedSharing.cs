using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>A member that work started by its own type uses at the same time as somebody else, with no lock in common and at least one write.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnguardedSharing() : FearlessAnalyzer(Descriptors.FEAR4003_UnguardedSharing)
{
    // More members than this, all unguarded against one and the same work, have one cause: a lock that the type never takes, or an order that
    // nobody here sees. It is said once.
    private const int MaxOfOneWork = 3;

    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Work, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        var overlap = new RootOverlap(facts);
        var found = new List<Sharing>();
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!facts.IsOwn(member) || (TypeMarkers.OfStorage(member) & (Marks.GuardedBy | Marks.AssumeSync | Marks.ThreadAffine)) != 0 || !IsReachedByWork(member, facts, overlap))
                continue;
            var touches = Touches.Of(member, facts, scope);
            touches.RemoveAll(static touch => touch.Access.Context == ThreadContext.Unknown || !touch.Access.IsOnThis);

            // Where the accesses say which lock there is, or a static holds the object, it is clear what is wrong, and another rule says it.
            if (Guard.Infer(member, touches) is not null || (member.IsStatic && touches.Exists(static touch => touch.Effect == ObjectEffect.Write)))
                continue;
            if (Find(touches, member, facts, overlap, scope) is { } pair)
                found.Add(new(member, touches, pair.Here, pair.There, pair.Work, overlap.IsByWork(pair.Here.Access, pair.There.Access, pair.Work)));
        }

        foreach (var ofOneWork in found.GroupBy(static sharing => sharing.Work))
        {
            var all = ofOneWork.OrderBy(static sharing => sharing.Here.Syntax, Comparer<SyntaxNode>.Create(Touches.Compare)).ToList();
            var isOneCause = all.Count > MaxOfOneWork;
            foreach (var sharing in isOneCause ? all.Take(1) : all)
                Report(context, sharing, isOneCause ? all.Count - 1 : 0, scope);
        }
    }

    private static bool IsReachedByWork(ISymbol member, TypeFacts facts, RootOverlap overlap)
    {
        foreach (var access in facts.AccessesTo(member))
        {
            if (overlap.IsReachedByWork(access))
                return true;
        }

        return false;
    }

    private static (Touch Here, Touch There, SpawnSite Work)? Find(List<Touch> touches, ISymbol member, TypeFacts facts, RootOverlap overlap, CompilationScope scope)
    {
        // Of two accesses that overlap, one at least is the work's: most pairs need not be looked at.
        var ofWork = touches.ConvertAll(touch => overlap.IsReachedByWork(touch.Access));
        for (var i = 0; i < touches.Count; i++)
        {
            for (var j = i; j < touches.Count; j++)
            {
                var (first, second) = (touches[i], touches[j]);
                if ((ofWork[i] || ofWork[j]) && SharedTouches.MayConflict(first, second, member, scope) && overlap.Between(first.Access, second.Access) is { } work
                    && !PublishedByFlag.Covers(first.IsWrite ? second : first, touches, facts)
                    && !SetUps.IsByMaker(first.Access, facts) && !SetUps.IsByMaker(second.Access, facts))
                {
                    return first.IsWrite ? (first, second, work) : (second, first, work);
                }
            }
        }

        return null;
    }

    private static void Report(SymbolContext context, Sharing sharing, int others, CompilationScope scope)
    {
        var (here, there) = (sharing.Here, sharing.There);
        var places = ImmutableArray.Create(sharing.Work.Starts[0].GetLocation(), there.Syntax.GetLocation());
        if (SharedTouches.SiteOfEffect(here, scope) is { } inner)
            places = places.Add(inner.GetLocation());
        var properties = SharedTouches.CanBeVolatile(sharing.Member, sharing.Touches)
            ? ImmutableDictionary<string, string?>.Empty.Add(GuardFacts.MemberKey, sharing.Member.Name)
            : ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4003_UnguardedSharing,
            here.Syntax.GetLocation(),
            places,
            properties,
            sharing.Member.Name,
            here.Effect == ObjectEffect.Write ? "changed" : "written",
            // A finding is where the write is, and that may be the work's own.
            sharing.Work.Description.Says is not null ? "while another thread"
                : sharing.IsByWork ? $"by the work started at line {LineOf(places[0])} while others" : $"while the work started at line {LineOf(places[0])}",
            here == there ? "doing the same" : there.IsWrite ? "writing it" : "reading it",
            LineOf(places[1]),
            (sharing.Work.Description.Says is { } says ? $", and {says} (line {LineOf(places[0])})" : "") + (others == 0 ? "" : $", and so are {others} other members")));
    }

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;

    /// <summary>A member, and two accesses to it that nothing keeps apart.</summary>
    private sealed class Sharing(ISymbol member, List<Touch> touches, Touch here, Touch there, SpawnSite work, bool isByWork)
    {
        public ISymbol Member { get; } = member;

        public List<Touch> Touches { get; } = touches;

        public Touch Here { get; } = here;

        public Touch There { get; } = there;

        public SpawnSite Work { get; } = work;

        /// <summary>It is the work that writes, and somebody else that reads.</summary>
        public bool IsByWork { get; } = isByWork;
    }
}
