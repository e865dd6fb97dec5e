using System;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

internal static class TypeRegistration
{
    /// <summary>Runs a rule over the facts of each outermost type whose source mentions what the rule is about.</summary>
    public static void ForTypes(this AnalyzerRegistration registration, TypeTraits traits, Action<SymbolAnalysisContext, TypeFacts, CompilationScope> check)
    {
        var scope = registration.Scope;
        registration.Context.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type.ContainingType is not null || (scope.TypeFacts.TraitsOf(type, context.CancellationToken) & traits) == 0)
                    return;
                if (scope.TypeFacts.Of(type, context.CancellationToken) is { } facts)
                    check(context, facts, scope);
            },
            SymbolKind.NamedType);
    }
}
