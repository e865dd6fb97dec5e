using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary><c>GetOrAdd</c> and <c>AddOrUpdate</c> call their factories outside of any lock, once for each thread that comes: one that does more than make a value does it several times.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FactoryWithEffects() : FearlessAnalyzer(Descriptors.FEAR4014_FactoryWithEffects)
{
    /// <summary>Diagnostic property: the update goes through Interlocked, or the value into a Lazy.</summary>
    internal const string KindKey = "Kind", Step = "Step", Once = "Once";

    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Atomics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (MemberType.Of(member) is not { Name: "ConcurrentDictionary" } type || !ConcurrencyEvidence.IsConcurrentCollection(type))
                continue;
            var reported = new HashSet<SyntaxNode>();
            foreach (var call in ConcurrentCall.Of(facts, member))
            {
                if (call.Name is not ("GetOrAdd" or "AddOrUpdate") || call.Access.Locks.Count > 0 || call.Access.HoldsStrangeLock || !ConcurrencyEvidence.OverlapsItself(facts, call.Access))
                    continue;
                foreach (var factory in Factory.Of(call, facts))
                {
                    if (FactoryEffects.Find(factory, facts, scope) is { } effect && reported.Add(effect.Site))
                        Report(context, member, call, effect);
                }
            }
        }
    }

    private static void Report(SymbolContext context, ISymbol member, ConcurrentCall call, FactoryEffect effect) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.FEAR4014_FactoryWithEffects,
        effect.Site.GetLocation(),
        [call.Operation.Syntax.GetLocation()],
        ImmutableDictionary<string, string?>.Empty.Add(KindKey, effect.Kind),
        member.Name,
        call.Name,
        effect.Problem,
        effect.Advice));
}
