using Fearless.Analyzers.Program;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>Two locks that the members of one type take in opposite orders, or more of them that go round.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockOrder() : FearlessAnalyzer(Descriptors.FEAR5001_LockOrder)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Locks, static (context, facts, scope) =>
    {
        var declared = new DeclaredOrder();
        var graph = new LockGraph(scope.OrderEdges.Of(facts, context.CancellationToken));
        var overlap = new OrderOverlap(type => scope.TypeFacts.Of(type, context.CancellationToken), new WriterClasses([facts]));
        foreach (var cycle in graph.Cycles(overlap.IsPossible))
        {
            if (!declared.Decides(cycle))
                context.ReportDiagnostic(OrderText.Cycle(Descriptors.FEAR5001_LockOrder, cycle));
        }
    });
}
