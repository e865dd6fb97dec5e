using System.Collections.Immutable;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// Every type argument meets the bounds of its parameter, wherever it is given: signatures, base lists, locals, calls whose arguments are
/// inferred (Rust's E0277). The runtime's own types ask more than markers can say: what a read lock shares out must be readable by many,
/// an atomic holds one word.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmetTypeBound() : FearlessAnalyzer(Descriptors.FEAR1003_UnmetBound)
{
    /// <summary>Diagnostic property: the trait that is missing.</summary>
    internal const string TraitKey = "trait";

    /// <summary>Diagnostic property: the marker that would settle it, if put on the type that the first additional location shows.</summary>
    internal const string MarkKey = "mark";

    internal override void Register(AnalyzerRegistration registration)
    {
        var types = registration.Scope.Types;
        if (!types.HasMarkers)
            return;
        registration.RegisterSyntaxNodeAction(context => CheckName(context, types), SyntaxKind.GenericName);
        registration.RegisterOperationAction(context => CheckCall(context, types), OperationKind.Invocation);
        registration.RegisterOperationAction(context => CheckReference(context, types), OperationKind.MethodReference);
    }

    private static void CheckName(SyntaxContext context, TypeKnowledge types)
    {
        var name = (GenericNameSyntax)context.Node;
        foreach (var unmet in GenericUses.Find(name, context.SemanticModel, types) ?? [])
        {
            if (unmet.Unbound is null && unmet.Index < name.TypeArgumentList.Arguments.Count)
                context.ReportDiagnostic(Finding(unmet, name.TypeArgumentList.Arguments[unmet.Index].GetLocation()));
        }
    }

    private static void CheckCall(OperationContext context, TypeKnowledge types)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (var unmet in GenericUses.Find(call.TargetMethod, call.Syntax, types) ?? [])
        {
            if (unmet.Unbound is null)
                context.ReportDiagnostic(Finding(unmet, GenericUses.PlaceOf(unmet, call).GetLocation()));
        }
    }

    private static void CheckReference(OperationContext context, TypeKnowledge types)
    {
        var reference = (IMethodReferenceOperation)context.Operation;
        foreach (var unmet in GenericUses.Find(reference.Method, reference.Syntax, types) ?? [])
        {
            if (unmet.Unbound is null)
                context.ReportDiagnostic(Finding(unmet, (GenericUses.NameOf(reference.Syntax) ?? reference.Syntax).GetLocation()));
        }
    }

    private static Diagnostic Finding(UnmetBound unmet, Location primary)
    {
        var properties = ImmutableDictionary<string, string?>.Empty.Add(TraitKey, unmet.Explanation.Question.Trait.ToString());
        if (unmet.Explanation is { Links.Count: 0, Cause: { Kind: CauseKind.Interface or CauseKind.OpenClass } cause } explanation
            && Explanation.SourceOf(cause.Subject) is not null)
        {
                properties = properties.Add(MarkKey, explanation.Question.Trait == Trait.Sync ? "Sync" : "Send");
        }

        ISymbol owner = unmet.Parameter.DeclaringMethod is { } method ? method : unmet.Parameter.ContainingType;
        return Diagnostic.Create(
            Descriptors.FEAR1003_UnmetBound,
            primary,
            unmet.Explanation.Sites(primary),
            properties,
            ExplanationText.Name(unmet.Argument),
            ExplanationText.Lacks(unmet.Explanation),
            unmet.Parameter.Name,
            owner.Name,
            ContractText.Because(unmet.Explanation));
    }
}
