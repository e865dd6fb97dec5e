using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// C# has no moves: who gives a value to another thread keeps his own reference to it. Where the code says that a value is moved, using it
/// afterwards is what Rust's E0382 is about.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAfterMove() : FearlessAnalyzer(Descriptors.FEAR2004_UseAfterMove)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        registration.RegisterOperationBlockAction(context => Check(context, scope));
    }

    private static void Check(BodyContext context, CompilationScope scope)
    {
        foreach (var block in context.OperationBlocks)
        {
            var reported = new HashSet<(SyntaxNode, AccessPath)>();
            foreach (var use in scope.Regions.Of(context, block).Uses)
            {
                // One finding for a value that is gone; what follows is the same mistake.
                if (use.Departure.Kind == DepartureKind.Moved && reported.Add((use.Departure.Site, use.Place)))
                    context.ReportDiagnostic(Finding(use));
            }
        }
    }

    private static Diagnostic Finding(DepartedUse use)
    {
        var departure = use.Departure;
        var moved = departure.Site.GetLocation();
        var isSame = departure.Site.FullSpan.Contains(use.Use.Span);
        var name = use.Place.ToString();
        var what = departure.What.ToString();
        return Diagnostic.Create(
            Descriptors.FEAR2004_UseAfterMove,
            use.Use.GetLocation(),
            [moved],
            name,
            isSame ? "moved again by each round" : "used here",
            (isSame ? "by the round before" : $"at line {departure.Site.Line()}") + (what == name || departure.What is not IdentifierNameSyntax ? "" : $" with '{what}', which leads to it"));
    }
}
