using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// Volatile and atomic accesses are single steps; two of them in a row are not. Between the load and the store another thread does the same.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NonAtomicUpdate() : FearlessAnalyzer(Descriptors.FEAR6002_NonAtomicUpdate)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Atomics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        var claims = new List<UpdateFinding>();
        foreach (var member in facts.Members)
        {
            var reported = new HashSet<SyntaxNode>();
            foreach (var finding in UnprotectedSteps.In(facts, member))
                Report(context, finding, reported);
            var uses = AtomicUse.AllOf(member, facts);
            if (uses.Count == 0 && member is not IFieldSymbol { IsVolatile: true })
                continue;
            foreach (var finding in SteppedUpdates.In(facts, member, uses))
                Report(context, finding, reported);
            foreach (var finding in Rereads.In(facts, member, uses))
                Report(context, finding, reported);
            foreach (var finding in HighMarks.In(facts, member, uses))
                Report(context, finding, reported);
            claims.AddRange(new Claims(facts, member, uses, scope.Identities).Find());
            foreach (var finding in Exchanges.In(facts, member, uses))
                Report(context, finding, reported);
            foreach (var finding in TakenTwice.In(facts, member, uses))
                Report(context, finding, reported);
        }

        // Of a claim within a claim, the inner one decides.
        var said = new HashSet<SyntaxNode>();
        foreach (var claim in claims)
        {
            if (!claims.Exists(claim.Encloses))
                Report(context, claim, said);
        }
    }

    private static void Report(SymbolContext context, UpdateFinding finding, HashSet<SyntaxNode> reported)
    {
        if (!reported.Add(finding.Primary))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR6002_NonAtomicUpdate,
            finding.Primary.GetLocation(),
            finding.Other is { } other ? [other.GetLocation()] : null,
            ImmutableDictionary<string, string?>.Empty.Add("Kind", finding.Kind),
            finding.Problem,
            finding.Advice));
    }
}
