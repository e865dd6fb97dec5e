using System.Collections.Immutable;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>The lock that a <c>[GuardedBy]</c> names must stay the same object for good.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplaceableGuard() : FearlessAnalyzer(Descriptors.FEAR4010_ReplaceableGuard)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        if (registration.Scope.Types.HasMarkers)
            registration.RegisterSymbolAction(Check, SymbolKind.Field, SymbolKind.Property);
    }

    private static void Check(SymbolContext context)
    {
        if (context.Symbol.IsImplicitlyDeclared || GuardNames.Marker(context.Symbol) is not { } marker)
            return;
        foreach (var guard in GuardNames.Of(context.Symbol))
        {
            foreach (var step in guard.Steps)
            {
                if (step.Member is IFieldSymbol { IsReadOnly: false, IsConst: false } or IPropertySymbol { SetMethod: { IsInitOnly: false } } && step.Member is { } held
                    && !IsStruct(held))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Descriptors.FEAR4010_ReplaceableGuard,
                        marker.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? context.Symbol.Locations[0],
                        ImmutableArray.Create(held.Locations[0]),
                        ImmutableDictionary<string, string?>.Empty.Add(GuardFacts.LockKey, held.Name),
                        context.Symbol.Name,
                        held.Name));
                    return;
                }
            }
        }
    }

    // A SpinLock must not be readonly: it is the lock itself.
    private static bool IsStruct(ISymbol member) => MemberType.Of(member) is { IsValueType: true };
}
