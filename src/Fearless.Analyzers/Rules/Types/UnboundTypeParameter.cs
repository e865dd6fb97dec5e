using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// Inside a generic body, an unmarked type parameter that crosses is reported once, at its declaration: there one marker settles all of
/// its uses, as a bound does in Rust.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundTypeParameter() : FearlessAnalyzer(Descriptors.FEAR1004_UnboundTypeParameter)
{
    /// <summary>Diagnostic property: the marker that is missing, Send or Sync.</summary>
    internal const string TraitKey = "trait";

    internal override void Register(AnalyzerRegistration registration)
    {
        var types = registration.Scope.Types;
        // The runtime itself is the trusted base: it hands out guards and receivers only of what was checked when it was put in.
        if (types.HasMarkers && !registration.Scope.Compilation.DeclaresMarkers())
            registration.RegisterSymbolStartAction(context => Start(context, types), SymbolKind.NamedType);
    }

    private static void Start(SymbolRegistration context, TypeKnowledge types)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var uses = new ConcurrentBag<TypeParameterUse>();
        context.RegisterSyntaxNodeAction(
            node => Add(GenericUses.Find((GenericNameSyntax)node.Node, node.SemanticModel, types), (GenericNameSyntax)node.Node, type, uses), SyntaxKind.GenericName);
        context.RegisterOperationAction(operation => VisitCall((IInvocationOperation)operation.Operation, type, types, uses), OperationKind.Invocation);
        context.RegisterOperationAction(
            operation => SpawnedParameters.Add(((IObjectCreationOperation)operation.Operation).Arguments, type, types, uses), OperationKind.ObjectCreation);
        context.RegisterSymbolEndAction(end => Report(end, uses));
    }

    private static void VisitCall(IInvocationOperation call, INamedTypeSymbol type, TypeKnowledge types, ConcurrentBag<TypeParameterUse> uses)
    {
        if (GenericUses.Find(call.TargetMethod, call.Syntax, types) is { } unmet && GenericUses.NameOf(call.Syntax) is { } name)
            Add(unmet, name, type, uses);
        SpawnedParameters.Add(call.Arguments, type, types, uses);
    }

    private static void Add(List<UnmetBound>? unmet, SimpleNameSyntax name, INamedTypeSymbol type, ConcurrentBag<TypeParameterUse> uses)
    {
        foreach (var bound in unmet ?? [])
        {
            if (bound.Unbound is { } parameter)
                TypeParameterUse.Add(parameter, bound.Explanation.Lacking, $"'{name.Identifier.ValueText}' asks for it", name, type, uses);
        }
    }

    private static void Report(SymbolContext context, ConcurrentBag<TypeParameterUse> uses)
    {
        // Sorted, so that which use is shown does not depend on the order of the callbacks.
        var sorted = new List<TypeParameterUse>(uses);
        sorted.Sort(TypeParameterUse.Compare);
        var seen = new HashSet<(ISymbol, Trait)>();
        foreach (var use in sorted)
        {
            if (!seen.Add((use.Parameter, use.Trait)))
                continue;
            var location = use.Use.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR1004_UnboundTypeParameter,
                use.Parameter.Locations[0],
                [location],
                ImmutableDictionary<string, string?>.Empty.Add(TraitKey, use.Trait.ToString()),
                use.Parameter.Name,
                use.Trait.ToString(),
                use.Reason,
                location.GetLineSpan().StartLinePosition.Line + 1));
        }
    }
}
