using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>The two things that a rule needs when a compilation starts: where to register, and what is already known.</summary>
internal readonly struct AnalyzerRegistration(CompilationStartAnalysisContext context, CompilationScope scope)
{
    public CompilationStartAnalysisContext Context { get; } = context;

    public CompilationScope Scope { get; } = scope;
}
