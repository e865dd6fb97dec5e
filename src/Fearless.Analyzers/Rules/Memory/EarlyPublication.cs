using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>Stored first, finished later: another thread finds the object, or the flag that announces it, before it is ready.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EarlyPublication() : FearlessAnalyzer(Descriptors.FEAR6004_EarlyPublication)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Any | TypeTraits.Statics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (member is IParameterSymbol or IEventSymbol)
                continue;
            var reported = new HashSet<SyntaxNode>();
            foreach (var store in facts.AccessesTo(member))
            {
                if (!store.IsWrite || store.IsAlias || !store.IsOnThis)
                    continue;
                if (EarlyStores.FillAfter(facts, scope, store) is { } fill && EarlyStores.ReaderMeanwhile(facts, store) is { } reader && reported.Add(store.Syntax))
                    ReportStore(context, store, fill, reader);
                else if (EarlyAnnouncements.Find(facts, store) is { } announced && reported.Add(store.Syntax))
                    ReportAnnouncement(context, store, announced.Change, announced.Use);
                else if (ConcurrencyEvidence.Of(facts, member) && EarlyFlags.Find(facts, scope, store) is { } early && reported.Add(store.Syntax))
                    ReportFlag(context, store, early.Change, early.Use);
                foreach (var late in LateChanges.After(facts, scope, store))
                    ReportLate(context, late);
            }
        }

        CheckChangesInPlace(context, facts, scope);
        foreach (var (exit, into, late, reader) in EscapingThis.In(facts))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR6004_EarlyPublication,
                exit.GetLocation(),
                [late.Syntax.GetLocation(), reader.Syntax.GetLocation()],
                ImmutableDictionary<string, string?>.Empty.Add("Kind", "Last"),
                $"'this' is put into '{into.Name}' here, where other threads find it, before '{late.Field.Name}' is stored (line {late.Syntax.Line()}), and line {reader.Syntax.Line()} reads that",
                "put it there at the end of the constructor"));
        }
    }

    private static void CheckChangesInPlace(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            foreach (var (change, swap, reader) in ChangedInPlace.In(facts, scope, member))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.FEAR6004_EarlyPublication,
                    change.GetLocation(),
                    [swap.Syntax.GetLocation(), reader.Syntax.GetLocation()],
                    $"the object in '{member.Name}' is changed in place here, while line {reader.Syntax.Line()} reads it without a lock because line {swap.Syntax.Line()} replaces it by a changed copy",
                    "change a copy here too, and replace the object by it"));
            }
        }
    }

    private static void ReportStore(SymbolContext context, StorageAccess store, SyntaxNode fill, StorageAccess reader) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.FEAR6004_EarlyPublication,
        store.Syntax.GetLocation(),
        [fill.GetLocation(), reader.Syntax.GetLocation()],
        ImmutableDictionary<string, string?>.Empty.Add("Kind", "Store"),
        $"'{store.Member.Name}' is stored here and filled afterwards (line {fill.Line()}), and line {reader.Syntax.Line()} may see it half filled",
        "fill a local variable, and store it last"));

    private static void ReportAnnouncement(SymbolContext context, StorageAccess store, StorageAccess change, StorageAccess use) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.FEAR6004_EarlyPublication,
        store.Syntax.GetLocation(),
        [change.Syntax.GetLocation(), use.Syntax.GetLocation()],
        ImmutableDictionary<string, string?>.Empty.Add("Kind", "Last"),
        $"'{store.Member.Name}' is set here, before '{change.Member.Name}' is (line {change.Syntax.Line()}), and line {use.Syntax.Line()} trusts it and reads '{change.Member.Name}'",
        "set it last"));

    private static void ReportLate(SymbolContext context, LateChange late)
    {
        var (member, line) = (late.Store.Member.Name, late.Store.Syntax.Line());
        var problem = late.Place == late.Change
            ? $"'{late.Variable.Name}' is changed here without the lock under which line {line} has stored it in '{member}', and line {late.Reader.Syntax.Line()} uses it"
            : $"'{late.Variable.Name}' is given here for two parameters: line {line} stores the one in '{member}' under a lock, and line {late.Change.Line()} changes the other without it";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR6004_EarlyPublication,
            late.Place.GetLocation(),
            late.Place == late.Change
                ? [late.Store.Syntax.GetLocation(), late.Reader.Syntax.GetLocation()]
                : [late.Store.Syntax.GetLocation(), late.Change.GetLocation(), late.Reader.Syntax.GetLocation()],
            problem,
            late.Place == late.Change ? "finish with it before it is stored, or change it under the lock" : "give a copy for one of them"));
    }

    private static void ReportFlag(SymbolContext context, StorageAccess store, StorageAccess change, StorageAccess use) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.FEAR6004_EarlyPublication,
        store.Syntax.GetLocation(),
        [change.Syntax.GetLocation(), use.Syntax.GetLocation()],
        ImmutableDictionary<string, string?>.Empty.Add("Kind", "Flag"),
        $"'{store.Member.Name}' is set here, before '{change.Member.Name}' is (line {change.Syntax.Line()}): a second thread passes the test and uses '{change.Member.Name}' too early (line {use.Syntax.Line()})",
        "set it last and keep others waiting with a lock, or use Lazy<T>"));
}
