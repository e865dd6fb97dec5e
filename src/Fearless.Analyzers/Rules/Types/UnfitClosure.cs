using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A delegate is what its closure is: one of a type that is marked may only capture what is fit for it (Rust's <c>impl Fn() + Send</c>).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnfitClosure() : FearlessAnalyzer(Descriptors.FEAR1009_UnfitClosure)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var types = registration.Scope.Types;
        if (types.HasMarkers)
            registration.RegisterOperationAction(context => Check(context, types), OperationKind.DelegateCreation);
    }

    private static void Check(OperationContext context, TypeKnowledge types)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Type is not INamedTypeSymbol { TypeKind: TypeKind.Delegate } type)
            return;
        var marks = types.Markers.Own(type);
        if ((marks & (Marks.Send | Marks.Sync)) == 0)
            return;
        if (creation.Target is IAnonymousFunctionOperation closure)
        {
            foreach (var capture in Captures.Of(closure))
                Check(context, types, type, marks, capture.IsThis ? "this" : capture.Symbol.Name, capture.Type, capture.Use);
        }
        else if (creation.Target is IMethodReferenceOperation { Instance: { Type: { } receiver } instance })
        {
            Check(context, types, type, marks, instance.Syntax.ToString(), receiver, creation.Target.Syntax);
        }
    }

    private static void Check(OperationContext context, TypeKnowledge types, INamedTypeSymbol type, Marks marks, string name, ITypeSymbol captured, SyntaxNode use)
    {
        var explanation = (marks & Marks.Send) != 0 ? types.Explain(captured, Trait.Send) : null;
        if ((marks & Marks.Sync) != 0 && explanation is not { Verdict: Verdict.No })
            explanation = types.Explain(captured, Trait.Sync) ?? explanation;
        if (explanation is null)
            return;
        var primary = use.GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR1009_UnfitClosure,
            primary,
            explanation.Sites(primary),
            name,
            ExplanationText.Name(captured),
            ExplanationText.Lacks(explanation),
            ExplanationText.Name(type),
            ContractText.Because(explanation)));
    }
}
