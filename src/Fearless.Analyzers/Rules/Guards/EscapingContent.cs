using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// What a lock owns stays under it: the value behind a guard, what belongs to that, and what was put into it. Rust's borrow checker says so
/// (E0505, E0515, E0597): a reference into the value must not live longer than the guard.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EscapingContent() : FearlessAnalyzer(Descriptors.FEAR3014_EscapingValue)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        if (scope.Types.HasMarkers)
            registration.RegisterOperationBlockAction(context => Check(context, scope));
    }

    private static void Check(BodyContext context, CompilationScope scope)
    {
        foreach (var block in context.OperationBlocks)
        {
            var facts = scope.Regions.Of(context, block);
            foreach (var exit in facts.Exits)
            {
                if (exit.How != ExitKind.Moved && ContentIn(exit) is { } content && IsMutable(exit.Value.Type, scope.Types))
                    Report(context, exit, content);
            }

            var reported = new HashSet<(SyntaxNode, AccessPath)>();
            foreach (var use in facts.Uses)
            {
                if (use.Departure.Kind == DepartureKind.Released && reported.Add((use.Departure.Site, use.Place)))
                    Report(context, use);
            }
        }
    }

    private static AccessPath? ContentIn(ValueExit exit)
    {
        foreach (var owner in exit.Owners)
        {
            if (owner.IsContent)
                return owner.Path;
        }

        return null;
    }

    /// <summary>Not if it may be used by several threads anyway.</summary>
    private static bool IsMutable(ITypeSymbol? type, TypeKnowledge types) =>
        type is { TypeKind: not TypeKind.TypeParameter } && types.Judge(type, Trait.Sync) != Verdict.Yes;

    private static void Report(BodyContext context, ValueExit exit, AccessPath content)
    {
        var value = exit.Value.Syntax;
        var holder = content.Owner?.ToString() ?? content.ToString();
        var leads = value.ToString() == content.ToString() || content.Steps.IsEmpty ? "is" : "leads to";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR3014_EscapingValue,
            value.GetLocation(),
            $"'{value}' {leads} what '{holder}' guards" + (exit.How == ExitKind.Stored ? $", and is stored in '{exit.Into?.Name}'" : ""),
            exit.How == ExitKind.Stored ? "whoever reads it there has no lock: store a copy" : "the caller uses it without the lock, which is released on return: return a copy"));
    }

    private static void Report(BodyContext context, DepartedUse use) => context.ReportDiagnostic(Diagnostic.Create(
        Descriptors.FEAR3014_EscapingValue,
        use.Use.GetLocation(),
        [use.Departure.Site.GetLocation()],
        $"'{use.Place}' leads to what the lock guards that was released at line {use.Departure.Site.Line()}",
        "it is used here without the lock: use it before the release, or a copy"));
}
