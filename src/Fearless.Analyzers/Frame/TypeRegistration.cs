using System;
using System.Threading;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

internal static class TypeRegistration
{
    /// <summary>Runs a rule over the facts of each outermost type whose source mentions what the rule is about.</summary>
    public static void ForTypes(this AnalyzerRegistration registration, TypeTraits traits, Action<SymbolAnalysisContext, TypeFacts, CompilationScope> check)
    {
        var types = registration.Scope.TypeFacts;
        registration.ForTypes((type, cancellation) => (types.TraitsOf(type, cancellation) & traits) != 0, check);
    }

    /// <summary>Runs a rule over the facts of each outermost type whose source names a member that is marked <c>[GuardedBy]</c> somewhere.</summary>
    public static void ForTypes(this AnalyzerRegistration registration, GuardedMentions guarded, Action<SymbolAnalysisContext, TypeFacts, CompilationScope> check) =>
        registration.ForTypes(guarded.Contains, check);

    /// <summary>Runs a rule over the facts of each outermost type whose source names a static that holds an object.</summary>
    public static void ForTypes(this AnalyzerRegistration registration, StaticMentions statics, Action<SymbolAnalysisContext, TypeFacts, CompilationScope> check) =>
        registration.ForTypes(statics.Contains, check);

    private static void ForTypes(
        this AnalyzerRegistration registration, Func<INamedTypeSymbol, CancellationToken, bool> isRelevant, Action<SymbolAnalysisContext, TypeFacts, CompilationScope> check)
    {
        var scope = registration.Scope;
        registration.Context.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type.ContainingType is not null || !isRelevant(type, context.CancellationToken))
                    return;
                if (scope.TypeFacts.Of(type, context.CancellationToken) is { } facts)
                    check(context, facts, scope);
            },
            SymbolKind.NamedType);
    }
}
