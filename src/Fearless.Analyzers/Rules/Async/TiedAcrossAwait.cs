using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// What must stay on its thread is used after an await that may go on on another one. In Rust the future is not Send then, and a runtime with
/// several threads does not take it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TiedAcrossAwait() : FearlessAnalyzer(Descriptors.FEAR7001_TiedAcrossAwait)
{
    /// <summary>Diagnostic property: the variable that is kept, if it has a name.</summary>
    internal const string NameKey = "name";

    internal override void Register(AnalyzerRegistration registration)
    {
        var types = registration.Scope.Types;
        registration.RegisterOperationBlockAction(context => Check(context, types));
    }

    private static void Check(BodyContext context, TypeKnowledge types)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (!MayLeaveItsThread(block.Syntax, types.HasMarkers))
                continue;
            foreach (var fact in AwaitAnalysis.Run(block, context.GetControlFlowGraph, type => TieOf(type, types), context.CancellationToken))
            {
                if (types.Explain(fact.Type, Trait.Send) is { } explanation)
                    context.ReportDiagnostic(Finding(fact, explanation));
            }
        }
    }

    /// <summary>By the words alone: most bodies have no await, and of those that have one, most do not say where they go on.</summary>
    private static bool MayLeaveItsThread(SyntaxNode body, bool hasMarkers)
    {
        var (awaits, leaves) = (false, hasMarkers);
        foreach (var node in body.DescendantNodes())
        {
            awaits |= node is AwaitExpressionSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }
                or UsingStatementSyntax { AwaitKeyword.RawKind: not 0 } or LocalDeclarationStatementSyntax { AwaitKeyword.RawKind: not 0 };
            leaves |= node is IdentifierNameSyntax { Identifier.ValueText: "ConfigureAwait" };
            if (awaits && leaves)
                return true;
        }

        return false;
    }

    private static Tie TieOf(ITypeSymbol type, TypeKnowledge types)
    {
        // A guard's lock is what matters there: held across an await, it has a rule of its own.
        if (type is not INamedTypeSymbol { IsRefLikeType: false, SpecialType: SpecialType.None } || LockCatalog.IsGuard(type) || types.Judge(type, Trait.Send) != Verdict.No)
            return Tie.None;
        if (types.Explain(type, Trait.Send) is not { Verdict: Verdict.No } explanation)
            return Tie.None;
        return explanation.Cause.Kind switch
        {
            CauseKind.Marked when explanation.Links.Count == 0 => Tie.Whole,
            CauseKind.Marked when types.Judge(type, Trait.Sync) != Verdict.Yes => Tie.Part,
            CauseKind.ThreadAffine when explanation.Links.Count == 0 => Tie.Affine,
            _ => Tie.None,
        };
    }

    private static Diagnostic Finding(AwaitFact fact, Explanation explanation)
    {
        var primary = fact.Await switch
        {
            CommonForEachStatementSyntax loop => loop.AwaitKeyword.GetLocation(),
            UsingStatementSyntax block => block.AwaitKeyword.GetLocation(),
            LocalDeclarationStatementSyntax declaration => declaration.AwaitKeyword.GetLocation(),
            var other => other.GetLocation(),
        };
        var use = fact.Use.GetLocation();
        var locations = new List<Location> { use };
        foreach (var site in explanation.Sites(primary))
        {
            if (!locations.Contains(site))
                locations.Add(site);
        }

        return Diagnostic.Create(
            Descriptors.FEAR7001_TiedAcrossAwait,
            primary,
            locations,
            ImmutableDictionary<string, string?>.Empty.Add(NameKey, fact.Name),
            fact.Name,
            ExplanationText.Name(fact.Type),
            (use.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture),
            ContractText.Because(explanation));
    }
}
