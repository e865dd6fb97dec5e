using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A location is atomic only if every access to it is: a plain store may undo an interlocked update, and a plain load may be torn, stale,
/// or hoisted out of a loop. Rust has no way to write it: the value in an AtomicU64 can only be reached through the atomic.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedAtomicAccess() : FearlessAnalyzer(Descriptors.FEAR6001_MixedAtomicAccess)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Atomics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (member is not IFieldSymbol { IsVolatile: false } field)
                continue;
            var elements = new List<MixedPlace>();
            foreach (var mixed in MixedElements.In(facts, field))
                elements.Add(new(mixed.Element, MixedKind.Update, mixed.Atomic));
            Report(context, field.Name + "[]", elements, scope);

            foreach (var ofPart in StructCalls.In(facts, field, scope).GroupBy(static call => call.Part, SymbolEqualityComparer.Default))
                Report(context, ofPart.Key!.Name, ofPart.Select(static call => new MixedPlace(call.Call, MixedKind.Update, call.Atomic)), scope);

            // A base that counts its own field atomically, and a derived type that does not.
            var home = facts.IsOwn(field) ? facts : scope.TypeFacts.Of(field.ContainingType, context.CancellationToken) ?? facts;
            if (!field.IsReadOnly && (ConcurrencyEvidence.IsAtomic(home, field) || (home != facts && ConcurrencyEvidence.IsAtomic(facts, field))))
                Report(context, field.Name, PlainPlaces(facts, home, field, scope, context.CancellationToken), scope);
        }
    }

    private static IEnumerable<MixedPlace> PlainPlaces(TypeFacts facts, TypeFacts home, IFieldSymbol field, CompilationScope scope, CancellationToken cancellation)
    {
        foreach (var access in facts.AccessesTo(field))
        {
            if (PlainAccess.IsUnsafe(access, field) && !PlainAccess.IsChosen(facts, access, field) && AtomicPartner.Of(facts, home, access, field) is { } atomic
                && !SetUps.IsByMaker(access, facts) && !SetUps.IsStoreBefore(access, facts) && !IsOfCopy(access, field, scope, cancellation))
            {
                var kind = AccessSyntax.IsReadModifyWrite(access.Reference, field) ? MixedKind.Update : access.IsWrite ? PlainAccess.IsSetUp(access) ? MixedKind.SetUp : MixedKind.Write : PlainAccess.IsLook(access, field, facts) ? MixedKind.Look : MixedKind.Read;
                yield return new MixedPlace(access.Reference, kind, atomic.Reference);
            }
        }
    }

    /// <summary>A struct's own word, in a member that is only asked of copies: <c>var old = this; if (old.IsSet) …</c></summary>
    private static bool IsOfCopy(StorageAccess access, IFieldSymbol field, CompilationScope scope, CancellationToken cancellation) =>
        !access.IsWrite && field.ContainingType.IsValueType && access.Path is { Root: Flow.PathRoot.This, Steps.Length: 1 } && scope.Copies.AreAsked(access.Body.Owner, cancellation);

    /// <summary>All of one field: at the first update in several steps, else at the first store, else at the first load.</summary>
    private static void Report(SymbolContext context, string name, IEnumerable<MixedPlace> places, CompilationScope scope)
    {
        var all = new List<MixedPlace>();
        var seen = new HashSet<SyntaxNode>();
        foreach (var place in places)
        {
            if (seen.Add(place.Access.Syntax))
                all.Add(place);
        }

        if (all.Count == 0)
            return;
        all.Sort(static (left, right) => left.Kind != right.Kind ? left.Kind.CompareTo(right.Kind) : Touches.Compare(left.Access.Syntax, right.Access.Syntax));
        var others = new List<FoldedPlace>();
        for (var i = 1; i < all.Count; i++)
            others.Add(new FoldedPlace(all[i].Access.Syntax.GetLocation(), PropertiesOf(all[i])));
        var first = all[0];
        var properties = PropertiesOf(first);
        if (first.Kind >= MixedKind.SetUp)
            properties = Confidence.LowIn(properties);
        var isWrite = first.Kind is MixedKind.Update or MixedKind.Write or MixedKind.SetUp;
        context.ReportDiagnostic(Folding.Create(
            Descriptors.FEAR6001_MixedAtomicAccess,
            scope.Options.Mode,
            first.Access.Syntax.GetLocation(),
            [first.Atomic.Syntax.GetLocation()],
            properties,
            others,
            name,
            isWrite ? "written" : "read",
            first.By,
            Places.Of(first.Atomic.Syntax, first.Access.Syntax),
            isWrite ? "write" : "read",
            Places.Others(others.Count)));
    }

    private static ImmutableDictionary<string, string?> PropertiesOf(MixedPlace place) => ImmutableDictionary<string, string?>.Empty.Add("By", place.By);
}
