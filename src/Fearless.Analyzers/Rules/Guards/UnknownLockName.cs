using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>A marker that names a lock which is not there promises nothing; and a lock that anybody may replace protects nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownLockName() : FearlessAnalyzer(Descriptors.FEAR3016_UnknownLockName, Descriptors.FEAR3017_ReplaceableLock)
{
    /// <summary>Diagnostic property: the name that leads nowhere.</summary>
    internal const string NameKey = "name";

    internal override void Register(AnalyzerRegistration registration)
    {
        if (!registration.Scope.Types.HasMarkers)
            return;
        registration.RegisterSymbolAction(CheckMarkers, SymbolKind.Field, SymbolKind.Property, SymbolKind.Method);
        registration.RegisterSymbolAction(CheckStorage, SymbolKind.Field, SymbolKind.Property);
    }

    private static void CheckMarkers(SymbolContext context)
    {
        var member = context.Symbol;
        foreach (var marker in member.GetAttributes())
        {
            if (marker.AttributeClass is not { Name: "GuardedByAttribute" or "RequiresLockAttribute" or "ExcludesLockAttribute" or "AcquiresLockAttribute" or "ReleasesLockAttribute" } type
                || !type.ContainingNamespace.IsNamed("Fearless") || member.ContainingType is not { } owner || marker.ApplicationSyntaxReference is not { } reference)
            {
                continue;
            }

            if (reference.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
                continue;
            var names = marker.Arguments();
            if (names.Count == 0)
                Report(context, syntax, null, owner, type);
            for (var i = 0; i < names.Count; i++)
            {
                var name = names[i] as string;
                if (string.IsNullOrWhiteSpace(name) || (LockNames.Resolve(name!, owner, member as IMethodSymbol) is null && !NamesOuter(name!, owner)))
                    Report(context, AttributePlaces.Of(syntax, i, names.Count), name, owner, type);
            }
        }
    }

    private static void Report(SymbolContext context, SyntaxNode place, string? name, INamedTypeSymbol owner, INamedTypeSymbol marker) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR3016_UnknownLockName,
            place.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(NameKey, name),
            name is null ? "null" : string.IsNullOrWhiteSpace(name) ? "an empty name" : $"'{name}'",
            owner.Name,
            marker.Name.Substring(0, marker.Name.Length - "Attribute".Length)));

    private static bool NamesOuter(string name, INamedTypeSymbol owner)
    {
        for (var outer = owner.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (LockNames.Resolve(name, outer, null) is not null)
                return true;
        }

        return false;
    }

    private static void CheckStorage(SymbolContext context)
    {
        var member = context.Symbol;
        var (type, isOpen) = member switch
        {
            IFieldSymbol { IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false, DeclaredAccessibility: not Accessibility.Private } field => (field.Type, true),
            IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private }, DeclaredAccessibility: not Accessibility.Private } property => (property.Type, true),
            _ => (null, false),
        };
        if (!isOpen || type is not INamedTypeSymbol { Name: "Mutex" or "RwLock" or "AsyncMutex" or "AsyncRwLock", TypeArguments.Length: 1 } || member.Locations.Length == 0
            || !(type.ContainingNamespace.IsNamed("Fearless") || type.ContainingNamespace.IsNamed("Fearless.Async")))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR3017_ReplaceableLock, member.Locations[0], member.Name, type.Name));
    }
}
