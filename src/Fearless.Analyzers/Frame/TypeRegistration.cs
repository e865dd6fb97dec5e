using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Program;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

internal static class TypeRegistration
{
    /// <summary>Runs a rule over the facts of each outermost type whose source mentions what the rule is about.</summary>
    public static void ForTypes(this AnalyzerRegistration registration, TypeTraits traits, Action<SymbolContext, TypeFacts, CompilationScope> check)
    {
        var types = registration.Scope.TypeFacts;
        registration.ForTypes((type, cancellation) => (types.TraitsOf(type, cancellation) & traits) != 0, check);
    }

    /// <summary>Runs a rule over the facts of each outermost type whose source names a member of a kind that is declared somewhere.</summary>
    public static void ForTypes(this AnalyzerRegistration registration, MemberMentions members, Action<SymbolContext, TypeFacts, CompilationScope> check) =>
        registration.ForTypes(members.Contains, check);

    /// <summary>Runs a rule once, over the facts of all outermost types whose source mentions what the rule is about, in the order of the source.</summary>
    public static void ForProgram(this AnalyzerRegistration registration, TypeTraits traits, Action<ProgramContext, IReadOnlyList<TypeFacts>, CompilationScope> check)
    {
        var scope = registration.Scope;
        var found = new ConcurrentQueue<TypeFacts>();
        registration.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type.ContainingType is null && (scope.TypeFacts.TraitsOf(type, context.CancellationToken) & traits) != 0 && scope.TypeFacts.Of(type, context.CancellationToken) is { } facts)
                    found.Enqueue(facts);
            },
            SymbolKind.NamedType);
        registration.RegisterCompilationEndAction(context =>
        {
            var types = new List<TypeFacts>(found);
            types.Sort(static (left, right) => SourceOrder.Compare(left.Type.DeclaringSyntaxReferences[0].GetSyntax(), right.Type.DeclaringSyntaxReferences[0].GetSyntax()));
            check(context, types, scope);
        });
    }

    private static void ForTypes(
        this AnalyzerRegistration registration, Func<INamedTypeSymbol, CancellationToken, bool> isRelevant, Action<SymbolContext, TypeFacts, CompilationScope> check)
    {
        var scope = registration.Scope;
        registration.RegisterSymbolAction(
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
