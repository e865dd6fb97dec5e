using System.Collections.Generic;
using Fearless.Analyzers.Program;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>Locks that several types take in opposite orders, each of them under its own. Only the whole program shows it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LockOrderAcrossTypes() : FearlessAnalyzer(Descriptors.FEAR5002_LockOrderAcrossTypes)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForProgram(TypeTraits.Locks, Check);

    private static void Check(ProgramContext context, IReadOnlyList<TypeFacts> types, CompilationScope scope)
    {
        var edges = new List<OrderEdge>();
        foreach (var facts in types)
            edges.AddRange(scope.OrderEdges.Of(facts, context.CancellationToken));
        edges.Sort(static (left, right) => SourceOrder.Compare(left.Site, right.Site));
        var declared = new DeclaredOrder();
        var overlap = new OrderOverlap(type => scope.TypeFacts.Of(type, context.CancellationToken), new WriterClasses(types));
        foreach (var cycle in new LockGraph(edges).Cycles(overlap.IsPossible))
        {
            // Within one type it is said while its code is written.
            if (!IsWithinType(cycle) && !declared.Decides(cycle))
                context.ReportDiagnostic(OrderText.Cycle(Descriptors.FEAR5002_LockOrderAcrossTypes, cycle));
        }
    }

    private static bool IsWithinType(IReadOnlyList<OrderEdge> cycle)
    {
        var type = MemberShape.Outermost(cycle[0].Function.Method.ContainingType);
        foreach (var edge in cycle)
        {
            if (!SymbolEqualityComparer.Default.Equals(MemberShape.Outermost(edge.Function.Method.ContainingType), type))
                return false;
        }

        return true;
    }
}
