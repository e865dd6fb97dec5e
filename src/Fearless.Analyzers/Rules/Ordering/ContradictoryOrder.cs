using System.Collections.Generic;
using Fearless.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>Markers that declare an order which nobody can keep: they go round, or say the opposite of the ranks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContradictoryOrder() : FearlessAnalyzer(Descriptors.FEAR5005_ContradictoryOrder)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        if (registration.Scope.Types.HasMarkers)
            registration.RegisterSymbolAction(Check, SymbolKind.Field, SymbolKind.Property);
    }

    private static void Check(SymbolContext context)
    {
        var declared = new DeclaredOrder();
        var member = context.Symbol.OriginalDefinition;
        foreach (var step in declared.StepsFrom(member))
        {
            var back = SymbolEqualityComparer.Default.Equals(step.Second, member) ? [] : declared.WayFrom(step.Second, member);
            if (back.Count > 0 || SymbolEqualityComparer.Default.Equals(step.Second, member))
            {
                // One of the markers has to say it, and it is the last.
                if (IsLast(step, back))
                    Report(context, step, back, back.Count == 0 ? "itself" : $"{Names(step, back)}");
            }
            else if (DeclaredOrder.RankOf(member) is { } first && DeclaredOrder.RankOf(step.Second) is { } second && first >= second)
            {
                Report(context, step, [], $"'{step.Second.Name}', whose rank {second} is not above its own rank {first}");
            }
        }
    }

    private static void Report(SymbolContext context, DeclaredStep step, IReadOnlyList<DeclaredStep> back, string what)
    {
        var others = new List<Location>();
        foreach (var other in back)
            others.Add(other.Marker.GetLocation());
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR5005_ContradictoryOrder, step.Marker.GetLocation(), others, step.First.Name, what));
    }

    private static string Names(DeclaredStep step, IReadOnlyList<DeclaredStep> back)
    {
        var names = $"'{step.Second.Name}'";
        foreach (var other in back)
            names += $", which comes before '{other.Second.Name}' (line {other.Marker.Line()})";
        return names;
    }

    private static bool IsLast(DeclaredStep step, IReadOnlyList<DeclaredStep> back)
    {
        foreach (var other in back)
        {
            if (SourceOrder.Compare(other.Marker, step.Marker) > 0)
                return false;
        }

        return true;
    }
}
