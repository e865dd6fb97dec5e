using System.Globalization;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>What a scope disposes at its end must not be captured by work that goes on after it (Rust's E0597).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposedWhileUsed() : FearlessAnalyzer(Descriptors.FEAR2006_DisposedWhileUsed)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var bodies = registration.Scope.Bodies;
        registration.RegisterOperationBlockAction(context => Check(context, bodies));
    }

    private static void Check(BodyContext context, BodyFactsCache bodies)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (bodies.Of(context, block, BodyTraits.Functions) is not { } facts)
                continue;
            foreach (var early in Disposals.Find(facts))
                context.ReportDiagnostic(Finding(early));
        }
    }

    private static Diagnostic Finding(EarlyDisposal early)
    {
        var start = early.Work.Starts[0].GetLocation();
        var disposal = early.Disposal.Point.Syntax.GetLocation();
        return Diagnostic.Create(
            Descriptors.FEAR2006_DisposedWhileUsed,
            ObjectText.NodeOf(early.Use, early.Disposal.Receiver!).GetLocation(),
            [start, disposal],
            FixFacts.Of(early.Work, isWithItself: false),
            early.Disposal.Receiver!.ToString(),
            Line(start),
            Line(disposal));
    }

    private static string Line(Location location) => (location.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
}
