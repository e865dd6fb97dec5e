using System.Collections.Immutable;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// A marker on a type is checked against what the type consists of, as the compiler checks auto traits in Rust; one that comes from a base
/// or an interface is checked on each type that derives from it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnfitMarkedType() : FearlessAnalyzer(Descriptors.FEAR1001_UnfitMarkedType, Descriptors.FEAR1002_BrokenInheritedMarker)
{
    /// <summary>Diagnostic property: the trait that is missing.</summary>
    internal const string TraitKey = "trait";

    /// <summary>Diagnostic property: the <see cref="CauseKind"/>.</summary>
    internal const string CauseKey = "cause";

    /// <summary>Diagnostic property: set if the culprit is this very field, not something behind it.</summary>
    internal const string DirectKey = "direct";

    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        if (scope.Types.HasMarkers)
            registration.RegisterSymbolAction(context => Check(context, scope), SymbolKind.NamedType);
    }

    private static void Check(SymbolContext context, CompilationScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsStatic)
            return;
        var own = scope.Types.Markers.Own(type);
        var inherited = scope.Types.Markers.Inherited(type);
        if (((own | inherited) & (Marks.Send | Marks.Sync)) == 0)
            return;
        Check(context, scope, type, Trait.Send, own, inherited, Marks.Send, Marks.NotSend | Marks.AssumeSend);
        Check(context, scope, type, Trait.Sync, own, inherited, Marks.Sync, Marks.NotSync | Marks.AssumeSync);
    }

    private static void Check(
        SymbolContext context, CompilationScope scope, INamedTypeSymbol type, Trait trait, Marks own, Marks inherited, Marks promise, Marks except)
    {
        // What a person has vouched for, or refused, is not derived; a refusal of an inherited promise is a contradiction, not a field.
        if (((own | inherited) & promise) == 0 || (own & except) != 0)
            return;
        var source = (own & promise) != 0 ? null : scope.Types.Markers.SourceOf(type, promise);
        foreach (var part in UnfitParts.Find(type, trait, scope.Types, scope.Compilation))
            Report(context, type, part, trait, source);
    }

    private static void Report(SymbolContext context, INamedTypeSymbol type, TypePart part, Trait trait, INamedTypeSymbol? source)
    {
        var explanation = part.Explanation;
        var primary = LocationOf(type, part.Part);
        var properties = ImmutableDictionary<string, string?>.Empty
            .Add(TraitKey, trait.ToString())
            .Add(CauseKey, explanation.Cause.Kind.ToString());
        if (explanation.Links.Count == 1)
            properties = properties.Add(DirectKey, "");
        var name = ExplanationText.Name(type);
        var marker = trait.ToString();
        var sites = explanation.Sites(primary);
        if (source is null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR1001_UnfitMarkedType, primary, sites, properties, name, marker, ExplanationText.Lacks(explanation), ContractText.Because(explanation)));
            return;
        }

        if (Explanation.SourceOf(source) is { } declared && !sites.Contains(declared))
            sites.Add(declared);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR1002_BrokenInheritedMarker, primary, sites, properties, name, marker, ExplanationText.Name(source), ExplanationText.Lacks(explanation), ContractText.Because(explanation)));
    }

    private static Location LocationOf(INamedTypeSymbol type, ISymbol part)
    {
        var named = Storage.Named(part);
        if (part is not INamedTypeSymbol parent)
            return named.Locations.Length > 0 && named.Locations[0].IsInSource ? named.Locations[0] : type.Locations[0];
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax { BaseList: { } bases })
                continue;
            foreach (var entry in bases.Types)
            {
                var name = entry.Type is QualifiedNameSyntax qualified ? qualified.Right : entry.Type as SimpleNameSyntax;
                if (name?.Identifier.ValueText == parent.Name)
                    return entry.Type.GetLocation();
            }
        }

        return type.Locations[0];
    }
}
