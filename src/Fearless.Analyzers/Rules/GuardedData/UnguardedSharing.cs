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
            touches.RemoveAll(static touch => touch.Access.Context == ThreadContext.Unknown || !touch.Access.IsOnThis || HiddenMembers.IsForTests(touch.Access.Body.Owner));

            // Where the accesses say which lock there is, or a static holds the object, it is clear what is wrong, and another rule says it.
            if (Guard.Infer(member, touches, facts) is not null || (member.IsStatic && touches.Exists(static touch => touch.Effect == ObjectEffect.Write)))
                continue;
            // One that is tested and read again is said there, with the store that makes it go wrong.
            if (Find(touches, member, facts, overlap, scope) is { } pair && !IsSaidAtRead(member, pair.Here.Access, facts))
                found.Add(new(member, touches, pair.Here, pair.There, pair.Work, overlap.IsByWork(pair.Here.Access, pair.There.Access, pair.Work)));
        }

        foreach (var ofOneWork in found.GroupBy(static sharing => sharing.Work))
        {
            var all = ofOneWork.OrderBy(static sharing => sharing.Here.Syntax, Comparer<SyntaxNode>.Create(Touches.Compare)).ToList();

            // What somebody has promised of all members is no cause: each member that is not fit for it is one.
            if (all.Count > MaxOfOneWork && ofOneWork.Key.Description.Says is null)
            {
                Report(context, all, scope);
                continue;
            }

            // What one body writes side by side.
            foreach (var ofOneBody in all.GroupBy(static sharing => sharing.Here.Access.Body.Owner, SymbolEqualityComparer.Default))
                Report(context, [.. ofOneBody], scope);
        }
    }

    /// <summary>Whoever promises to share the object disposes it when nobody uses it any more.</summary>
    private static bool IsAtItsEnd(Touch first, Touch second) => Analyzers.Sharing.Disposals.IsOne(first.Access.Body.Owner) || Analyzers.Sharing.Disposals.IsOne(second.Access.Body.Owner);

    private static bool IsSaidAtRead(ISymbol member, StorageAccess write, TypeFacts facts)
    {
        foreach (var stale in StaleReads.Of(member, facts))
        {
            if (stale.Change == write)
                return true;
        }

        return false;
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
                if ((ofWork[i] || ofWork[j]) && SharedTouches.MayConflict(first, second, member, scope) && overlap.Between(first.Access, second.Access) is { } work && !(work.Description.Says is not null && IsAtItsEnd(first, second))
                    && !ClaimedCode.Excludes(first.Access, second.Access, facts) && !Modes.AreApart(first.Access, second.Access, facts)
                    && !PublishedByFlag.Covers(first.IsWrite ? second : first, touches, facts) && !NamedThreads.AreOne(first, second)
                    && !SetUps.IsByMaker(first.Access, facts) && !SetUps.IsByMaker(second.Access, facts))
                {
                    return first.IsWrite ? (first, second, work) : (second, first, work);
                }
            }
        }

        return null;
    }

    private static void Report(SymbolContext context, List<Sharing> all, CompilationScope scope)
    {
        var sharing = all[0];
        var (here, there) = (sharing.Here, sharing.There);
        var sides = new List<Location> { sharing.Work.Starts[0].GetLocation(), there.Syntax.GetLocation() };
        if (SharedTouches.SiteOfEffect(here, scope) is { } inner)
            sides.Add(inner.GetLocation());
        var others = new List<FoldedPlace>();
        for (var i = 1; i < all.Count; i++)
            others.Add(new FoldedPlace(all[i].Here.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(GuardFacts.MemberKey, all[i].CanBeVolatile ? all[i].Member.Name : null)));
        var isByTheLetter = all.TrueForAll(static one => FlagLooks.AreAll(one.Member, one.Touches) || (one.Work.Description.Says is not null && FlagLooks.AreReplaced(one.Member, one.Touches)));
        var properties = sharing.CanBeVolatile ? ImmutableDictionary<string, string?>.Empty.Add(GuardFacts.MemberKey, sharing.Member.Name) : ImmutableDictionary<string, string?>.Empty;
        context.ReportDiagnostic(Folding.Create(
            Descriptors.FEAR4003_UnguardedSharing,
            scope.Options.Mode,
            here.Syntax.GetLocation(),
            sides,
            isByTheLetter ? Confidence.LowIn(properties) : properties,
            others,
            sharing.Member.Name,
            here.Effect == ObjectEffect.Write ? "changed" : "written",

            // A finding is where the write is, and that may be the work's own.
            sharing.Work.Description.Says is not null ? "while another thread"
                : sharing.IsByWork ? $"by the work started at {Places.Of(sides[0], here.Syntax.SyntaxTree)} while others" : $"while the work started at {Places.Of(sides[0], here.Syntax.SyntaxTree)}",
            here == there ? "doing the same" : there.IsOfSlot && there.Access.IsWrite ? "writing it" : there.IsWrite ? "changing it" : "reading it",
            Places.Of(sides[1], here.Syntax.SyntaxTree),
            (sharing.Work.Description.Says is { } says ? $", and {says} ({Places.Of(sides[0], here.Syntax.SyntaxTree)})" : "") + OtherMembers(all),
            sharing.CanBeVolatile ? "make it volatile, or take one lock for both" : "take one lock for both, or make the accesses atomic"));
    }

    /// <summary>The first three by name.</summary>
    private static string OtherMembers(List<Sharing> all)
    {
        const int Named = 3;
        if (all.Count == 1)
            return "";
        var names = new List<string>();
        for (var i = 1; i < all.Count && i <= Named; i++)
            names.Add($"'{all[i].Member.Name}'");
        var rest = all.Count - 1 - names.Count;
        if (rest > 0)
            names.Add(rest == 1 ? "another member" : $"{rest} other members");
        var last = names[names.Count - 1];
        return names.Count == 1 ? $", and so is {last}" : $", and so are {string.Join(", ", names.GetRange(0, names.Count - 1))} and {last}";
    }

    /// <summary>A member, and two accesses to it that nothing keeps apart.</summary>
    private sealed class Sharing(ISymbol member, List<Touch> touches, Touch here, Touch there, SpawnSite work, bool isByWork)
    {
        public ISymbol Member { get; } = member;

        public List<Touch> Touches { get; } = touches;

        /// <summary>All that is missing is that the stores are seen. Where each run stores a value of its own, one overwrites the other's, seen or not.</summary>
        public bool CanBeVolatile => SharedTouches.CanBeVolatile(Member, Touches) && !(Work is { OverlapsItself: true, Description.Says: not null } && Here.IsWrite && There.Access.Body == Here.Access.Body);

        public Touch Here { get; } = here;

        public Touch There { get; } = there;

        public SpawnSite Work { get; } = work;

        /// <summary>It is the work that writes, and somebody else that reads.</summary>
        public bool IsByWork { get; } = isByWork;
    }
}
