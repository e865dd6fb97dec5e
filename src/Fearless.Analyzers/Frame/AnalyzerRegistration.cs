using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// Where a rule registers when a compilation starts, and what is known by then. Every callback of every rule goes through here, so that a
/// rule that fails costs the symbol at hand and not the project.
/// </summary>
internal readonly struct AnalyzerRegistration(CompilationStartAnalysisContext context, CompilationScope scope)
{
    public CompilationScope Scope { get; } = scope;

    public void RegisterOperationBlockAction(Action<BodyContext> action) => context.RegisterOperationBlockAction(Isolation.Of(action, Scope.Failures));

    public void RegisterOperationAction(Action<OperationContext> action, params OperationKind[] kinds) =>
        context.RegisterOperationAction(Isolation.Of(action, Scope.Failures), ImmutableArray.Create(kinds));

    public void RegisterSyntaxNodeAction(Action<SyntaxContext> action, params SyntaxKind[] kinds) =>
        context.RegisterSyntaxNodeAction(Isolation.Of(action, Scope.Failures), ImmutableArray.Create(kinds));

    public void RegisterSymbolAction(Action<SymbolContext> action, params SymbolKind[] kinds) =>
        context.RegisterSymbolAction(Isolation.Of(action, Scope.Failures), ImmutableArray.Create(kinds));

    public void RegisterSymbolStartAction(Action<SymbolRegistration> action, SymbolKind kind) =>
        context.RegisterSymbolStartAction(Isolation.Of(action, Scope.Failures), kind);

    public void RegisterAdditionalFileAction(Action<AdditionalFileContext> action) => context.RegisterAdditionalFileAction(Isolation.Of(action, Scope.Failures));

    public void RegisterCompilationEndAction(Action<ProgramContext> action) => context.RegisterCompilationEndAction(Isolation.Of(action, Scope.Failures));
}
