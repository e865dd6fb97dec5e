using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// An event is tested for null and then read again to be raised: when the last handler is removed in between, the call throws.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncopiedEvent() : FearlessAnalyzer(Descriptors.FEAR4008_UncopiedEvent)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var scope = registration.Scope;
        registration.RegisterSymbolAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type.ContainingType is null && HasEvents(type) && scope.TypeFacts.Of(type, context.CancellationToken) is { } facts)
                    Check(context, facts);
            },
            SymbolKind.NamedType);
    }

    private static bool HasEvents(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IEventSymbol { IsAbstract: false, AddMethod.IsImplicitlyDeclared: true } || (member is INamedTypeSymbol nested && HasEvents(nested)))
                return true;
        }

        return false;
    }

    private static void Check(SymbolContext context, TypeFacts facts)
    {
        foreach (var member in facts.Members)
        {
            if (member is not IEventSymbol raised || (raised.DeclaredAccessibility == Accessibility.Private && !IsRemoved(facts, raised)))
                continue;
            var reported = new HashSet<SyntaxNode>();
            foreach (var call in facts.AccessesTo(raised))
            {
                if (!call.IsAlias && call.Reference is IEventReferenceOperation && call.Reference.UsedBy() is IInvocationOperation invocation && invocation.Instance?.Unwrap() == call.Reference
                    && TestBefore(facts.AccessesTo(raised), call) is { } test && reported.Add(call.Syntax))
                {
                    Report(context, facts, call, test);
                }
            }
        }
    }

    private static StorageAccess? TestBefore(IReadOnlyList<StorageAccess> accesses, StorageAccess call)
    {
        foreach (var test in accesses)
        {
            if (test.Body == call.Body && test.Reference is IEventReferenceOperation && test.Path.Equals(call.Path) && NullTests.Guards(test.Reference, call.Reference))
                return test;
        }

        return null;
    }

    private static bool IsRemoved(TypeFacts facts, IEventSymbol raised)
    {
        foreach (var body in facts.Bodies)
        {
            foreach (var operation in body.Root.Descendants())
            {
                if (operation is IEventAssignmentOperation { Adds: false, EventReference: IEventReferenceOperation reference }
                    && SymbolEqualityComparer.Default.Equals(reference.Event.OriginalDefinition, raised))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Threads come to the type, and nobody has seen to it that the call may fail.</summary>
    private static bool IsSerious(TypeFacts facts, StorageAccess call) => ConcurrencyEvidence.Of(facts, call.Member) && !new CaughtFailures(facts).At(call);

    private static void Report(SymbolContext context, TypeFacts facts, StorageAccess call, StorageAccess test) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4008_UncopiedEvent,
            call.Syntax.GetLocation(),
            IsSerious(facts, call) ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            [test.Syntax.GetLocation()],
            IsSerious(facts, call) ? ImmutableDictionary<string, string?>.Empty : Confidence.LowIn(ImmutableDictionary<string, string?>.Empty),
            call.Member.Name,
            test.Syntax.Line()));
}
