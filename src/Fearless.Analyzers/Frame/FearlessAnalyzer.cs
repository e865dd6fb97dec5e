using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// What all analyzers do the same way: run concurrently, stay out of generated code, leave at once without the gate property,
/// and share one <see cref="CompilationScope"/>. A rule overrides <see cref="Register"/> and nothing else.
/// </summary>
public abstract class FearlessAnalyzer(params DiagnosticDescriptor[] rules) : DiagnosticAnalyzer
{
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(rules).Add(Descriptors.FEAR9001_FailedAnalysis);

#pragma warning disable RS1026 // Concurrent execution is enabled below; the rule looks for it only in direct subclasses of DiagnosticAnalyzer.
    public sealed override void Initialize(AnalysisContext context)
    {
#pragma warning restore RS1026
#pragma warning disable RS0030 // This is the one place that decides it.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
#pragma warning restore RS0030
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        var options = FearlessOptions.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        if (!options.IsEnabled)
            return;

        // Nothing can be reported from here, and without facts there is nothing to run: it is said when the compilation ends.
        var failures = new Failures();
        try
        {
            Register(new AnalyzerRegistration(context, CompilationScope.Of(context.Compilation, context.Options, options)));
        }
        catch (Exception exception) when (failures.Keep(null, exception))
        {
            context.RegisterCompilationEndAction(end => failures.HandOn(end.ReportDiagnostic));
        }
    }

    internal abstract void Register(AnalyzerRegistration registration);
}
