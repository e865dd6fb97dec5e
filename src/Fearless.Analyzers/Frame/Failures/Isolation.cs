using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// Runs a rule's callback so that an exception ends this call and nothing else: Roslyn takes an analyzer that throws out of the whole
/// compilation. What the call has found until then stays found.
/// </summary>
internal static class Isolation
{
    public static Action<OperationBlockAnalysisContext> Of(Action<BodyContext> action, Failures failures) => context =>
    {
        var findings = new Findings();
        try
        {
            action(new BodyContext(context, findings));
        }
        catch (Exception exception) when (failures.Keep(context.OwningSymbol, exception))
        {
        }

        findings.HandOn(context.ReportDiagnostic);
        failures.HandOn(context.ReportDiagnostic);
    };

    public static Action<SymbolAnalysisContext> Of(Action<SymbolContext> action, Failures failures) => context =>
    {
        var findings = new Findings();
        try
        {
            action(new SymbolContext(context, findings));
        }
        catch (Exception exception) when (failures.Keep(context.Symbol, exception))
        {
        }

        findings.HandOn(context.ReportDiagnostic);
        failures.HandOn(context.ReportDiagnostic);
    };

    public static Action<OperationAnalysisContext> Of(Action<OperationContext> action, Failures failures) => context =>
    {
        try
        {
            action(new OperationContext(context));
        }
        catch (Exception exception) when (failures.Keep(context.ContainingSymbol, exception))
        {
            failures.HandOn(context.ReportDiagnostic);
        }
    };

    public static Action<SyntaxNodeAnalysisContext> Of(Action<SyntaxContext> action, Failures failures) => context =>
    {
        try
        {
            action(new SyntaxContext(context));
        }
        catch (Exception exception) when (failures.Keep(context.ContainingSymbol, exception))
        {
            failures.HandOn(context.ReportDiagnostic);
        }
    };

    /// <summary>Nothing can be reported here; the next callback that ends does.</summary>
    public static Action<SymbolStartAnalysisContext> Of(Action<SymbolRegistration> action, Failures failures) => context =>
    {
        try
        {
            action(new SymbolRegistration(context, failures));
        }
        catch (Exception exception) when (failures.Keep(context.Symbol, exception))
        {
        }
    };

    public static Action<AdditionalFileAnalysisContext> Of(Action<AdditionalFileContext> action, Failures failures) => context =>
    {
        var findings = new Findings();
        try
        {
            action(new AdditionalFileContext(context, findings));
        }
        catch (Exception exception) when (failures.Keep(null, exception))
        {
        }

        findings.HandOn(context.ReportDiagnostic);
        failures.HandOn(context.ReportDiagnostic);
    };

    public static Action<CompilationAnalysisContext> Of(Action<ProgramContext> action, Failures failures) => context =>
    {
        var findings = new Findings();
        try
        {
            action(new ProgramContext(context, findings));
        }
        catch (Exception exception) when (failures.Keep(null, exception))
        {
        }

        findings.HandOn(context.ReportDiagnostic);
        failures.HandOn(context.ReportDiagnostic);
    };
}
