using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A field is tested for null and read again to be used, while another thread may set it to null in between.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaleCheck() : FearlessAnalyzer(Descriptors.FEAR4007_StaleCheck)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Any, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            // A null test and a measure of one member are two mistakes; several of one kind are one.
            foreach (var ofKind in StaleReads.Of(member, facts).GroupBy(static finding => finding.IsMeasured))
                Report(context, [.. ofKind.OrderBy(static finding => finding.Use.Syntax, Comparer<SyntaxNode>.Create(Touches.Compare))], scope);
        }
    }

    private static void Report(SymbolContext context, List<StaleRead> all, CompilationScope scope)
    {
        var finding = all[0];
        var others = new List<FoldedPlace>();
        for (var i = 1; i < all.Count; i++)
            others.Add(new FoldedPlace(all[i].Use.Syntax.GetLocation(), FixFactsOf(all[i]), SidesOf(all[i])));
        context.ReportDiagnostic(Folding.Create(
            Descriptors.FEAR4007_StaleCheck,
            scope.Options.Mode,
            finding.Use.Syntax.GetLocation(),
            SidesOf(finding),
            FixFactsOf(finding),
            others,
            finding.Use.Member.Name,
            finding.IsMeasured ? "measured" : "found not to be null",
            Places.Of(finding.Test.Syntax, finding.Use.Syntax),
            Places.Of(finding.Change.Syntax, finding.Use.Syntax),
            StaleReads.IsClear(finding.Change) ? "set it to null" : "replace it",
            Places.Others(others.Count)));
    }

    private static ImmutableArray<Location> SidesOf(StaleRead finding) => [finding.Test.Syntax.GetLocation(), finding.Change.Syntax.GetLocation()];

    private static ImmutableDictionary<string, string?> FixFactsOf(StaleRead finding) =>
        ImmutableDictionary<string, string?>.Empty.Add("Copy", finding.Test.IsAlias ? finding.Test.Syntax.ToString() : null);
}
