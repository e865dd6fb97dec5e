using System.Collections.Generic;
using Fearless.Analyzers.Program;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>The locks of two objects of one class, one under the other, in the order in which somebody happens to name the objects.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnorderedPair() : FearlessAnalyzer(Descriptors.FEAR5003_UnorderedPair)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Locks, static (context, facts, scope) =>
    {
        var said = new HashSet<SyntaxNode>();
        foreach (var edge in scope.OrderEdges.Of(facts, context.CancellationToken))
        {
            if (!UnorderedPairs.IsOne(edge) || !said.Add(edge.Held.Acquisition))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR5003_UnorderedPair, edge.Site.GetLocation(), OrderText.Locations([edge], edge), OrderText.AcquiredName(edge), OrderText.HeldName(edge), OrderText.Way(edge)));
        }
    });
}
