using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>Where a rule registers that gathers what happens inside one symbol, before it judges.</summary>
internal readonly struct SymbolRegistration(SymbolStartAnalysisContext context, Failures failures)
{
    public ISymbol Symbol => context.Symbol;

    public CancellationToken CancellationToken => context.CancellationToken;

    public void RegisterOperationAction(Action<OperationContext> action, params OperationKind[] kinds) =>
        context.RegisterOperationAction(Isolation.Of(action, failures), ImmutableArray.Create(kinds));

    public void RegisterSyntaxNodeAction(Action<SyntaxContext> action, params SyntaxKind[] kinds) =>
        context.RegisterSyntaxNodeAction(Isolation.Of(action, failures), ImmutableArray.Create(kinds));

    public void RegisterSymbolEndAction(Action<SymbolContext> action) => context.RegisterSymbolEndAction(Isolation.Of(action, failures));
}
