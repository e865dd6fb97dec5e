using System.Collections.Generic;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>A line of the project's own catalog that says nothing, or something else than its author thinks.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CatalogMistake() : FearlessAnalyzer(Descriptors.FEAR1008_CatalogMistake)
{
    internal override void Register(AnalyzerRegistration registration) => registration.RegisterAdditionalFileAction(Check);

    private static void Check(AdditionalFileContext context)
    {
        if (!CatalogName.IsCatalog(context.AdditionalFile.Path) || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        var problems = new List<CatalogProblem>();
        CatalogText.Read(text.ToString(), problems);
        foreach (var problem in problems)
        {
            var location = Location.Create(context.AdditionalFile.Path, problem.Span, text.Lines.GetLinePositionSpan(problem.Span));
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR1008_CatalogMistake, location, problem.Message));
        }
    }
}
