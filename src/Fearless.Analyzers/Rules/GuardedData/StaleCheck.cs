using System.Collections.Generic;
using System.Collections.Immutable;
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
            foreach (var finding in StaleReads.Of(member, facts))
                Report(context, finding);
        }
    }

    private static void Report(SymbolContext context, StaleRead finding) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4007_StaleCheck,
            finding.Use.Syntax.GetLocation(),
            [finding.Test.Syntax.GetLocation(), finding.Change.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add("Copy", finding.Test.IsAlias ? finding.Test.Syntax.ToString() : null),
            finding.Use.Member.Name,
            finding.IsMeasured ? "measured" : "found not to be null",
            Places.Of(finding.Test.Syntax, finding.Use.Syntax),
            Places.Of(finding.Change.Syntax, finding.Use.Syntax),
            StaleReads.IsClear(finding.Change) ? "set it to null" : "replace it"));
}
