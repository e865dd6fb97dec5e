using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>Markers that say yes and no at once, and unchecked promises for which nobody gives a reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContradictoryMarkers() : FearlessAnalyzer(Descriptors.FEAR1006_ContradictoryMarkers, Descriptors.FEAR1007_UnjustifiedAssumption)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var types = registration.Scope.Types;
        if (!types.HasMarkers)
            return;
        registration.RegisterSymbolAction(context => CheckType(context, types), SymbolKind.NamedType);
        registration.RegisterSymbolAction(CheckMember, SymbolKind.Field, SymbolKind.Property, SymbolKind.Parameter);
    }

    private static void CheckType(SymbolContext context, TypeKnowledge types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        CheckMember(context);
        var own = types.Markers.Own(type);
        if (own == Marks.None)
            return;
        Compare(context, type, own, types, "Send", Marks.Send, Marks.AssumeSend, Marks.NotSend);
        Compare(context, type, own, types, "Sync", Marks.Sync, Marks.AssumeSync, Marks.NotSync);
    }

    private static void Compare(
        SymbolContext context, INamedTypeSymbol type, Marks own, TypeKnowledge types, string trait, Marks promise, Marks assumption, Marks refusal)
    {
        var yes = (own & promise) != 0 ? trait : (own & assumption) != 0 ? "Assume" + trait : null;
        if ((own & refusal) != 0)
        {
            if (yes is not null)
                Report(context, type, "Not" + trait, $"[{yes}]", null);
            else if (types.Markers.SourceOf(type, promise) is { } source)
                Report(context, type, "Not" + trait, $"[{trait}] of '{ExplanationText.Name(source)}', which it inherits", source);
        }
        else if ((own & Marks.ThreadAffine) != 0 && yes is not null)
        {
            Report(context, type, "ThreadAffine", $"[{yes}]", null);
        }
    }

    private static void Report(SymbolContext context, INamedTypeSymbol type, string marker, string against, INamedTypeSymbol? source)
    {
        var location = type.Marker(marker + "Attribute")?.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? type.Locations[0];
        Location[] others = source is not null && Explanation.SourceOf(source) is { } declared ? [declared] : [];
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR1006_ContradictoryMarkers, location, others, ExplanationText.Name(type), marker, against));
    }

    private static void CheckMember(SymbolContext context)
    {
        foreach (var data in context.Symbol.GetAttributes())
        {
            if (data.AttributeClass is { Name: "AssumeSendAttribute" or "AssumeSyncAttribute" } marker
                && marker.ContainingNamespace.IsNamed("Fearless")
                && data.Arguments().Count == 1
                && string.IsNullOrWhiteSpace(data.Argument() as string)
                && data.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is { } syntax
                && syntax.SyntaxTree.GetRoot(context.CancellationToken).Contains(syntax))
            {
                var name = marker.Name.Substring(0, marker.Name.Length - "Attribute".Length);
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR1007_UnjustifiedAssumption, syntax.GetLocation(), name, context.Symbol.Name));
            }
        }
    }
}
