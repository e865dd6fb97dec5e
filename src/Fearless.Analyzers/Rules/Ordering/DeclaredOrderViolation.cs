using System.Collections.Generic;
using Fearless.Analyzers.Program;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>Locks that are taken against the order that their markers declare. No second thread is needed: the order is a promise.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclaredOrderViolation() : FearlessAnalyzer(Descriptors.FEAR5004_DeclaredOrderViolation)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        if (registration.Scope.Types.HasMarkers)
            registration.ForTypes(TypeTraits.Locks | TypeTraits.Contracts, Check);
    }

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        var declared = new DeclaredOrder();
        var said = new HashSet<SyntaxNode>();
        foreach (var edge in scope.OrderEdges.Of(facts, context.CancellationToken))
        {
            if (!declared.IsViolatedBy(edge) || !said.Add(edge.Site))
                continue;
            var way = declared.WayFrom(edge.To, edge.From);
            var locations = new List<Location>(OrderText.Locations([edge], edge));
            foreach (var step in way)
                locations.Add(step.Marker.GetLocation());
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR5004_DeclaredOrderViolation, edge.Site.GetLocation(), locations, OrderText.AcquiredName(edge), OrderText.HeldName(edge), OrderText.Way(edge), Reason(edge, way)));
        }
    }

    private static string Reason(OrderEdge edge, IReadOnlyList<DeclaredStep> way) => way.Count switch
    {
        0 => $"has rank {DeclaredOrder.RankOf(edge.To)}, and what is held has rank {DeclaredOrder.RankOf(edge.From)}",
        1 => $"is declared to come before it (line {way[0].Marker.Line()})",
        _ => $"is declared to come before it, through '{way[0].Second.Name}' (line {way[0].Marker.Line()})",
    };
}
