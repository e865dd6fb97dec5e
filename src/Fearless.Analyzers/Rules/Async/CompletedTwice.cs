using System.Globalization;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>Two sides complete one promise, and the one that comes second throws: on a timer's thread, or in a handler, that ends the process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompletedTwice() : FearlessAnalyzer(Descriptors.FEAR7007_CompletedTwice)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        registration.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type.ContainingType is null && Mentions(type, context.CancellationToken) && scope.TypeFacts.Of(type, context.CancellationToken) is { } facts)
                    Check(context, facts);
            },
            SymbolKind.NamedType);
    }

    private static void Check(SymbolContext context, TypeFacts facts)
    {
        foreach (var (failing, other) in new Completions(facts).Twice())
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR7007_CompletedTwice,
                failing.Syntax.GetLocation(),
                [other.Syntax.GetLocation()],
                failing.Name,
                failing.Promise.Name,
                failing == other ? "another run of the same work" : $"'{other.Name}' at line {other.Syntax.Line().ToString(CultureInfo.InvariantCulture)}"));
        }
    }

    /// <summary>By the words alone: something is completed for certain.</summary>
    private static bool Mentions(INamedTypeSymbol type, System.Threading.CancellationToken cancellation)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax(cancellation).DescendantNodes())
            {
                if (node is IdentifierNameSyntax { Identifier.ValueText: "SetResult" or "SetException" or "SetCanceled" or "SetFromTask" })
                    return true;
            }
        }

        return false;
    }
}
