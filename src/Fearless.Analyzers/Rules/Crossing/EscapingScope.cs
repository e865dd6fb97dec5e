using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A scope promises that what it starts has ended when it returns; it can only keep that for what is started inside. Rust gives the scope a
/// lifetime that cannot leave its closure (E0521).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EscapingScope() : FearlessAnalyzer(Descriptors.FEAR2007_EscapingScope)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        if (registration.Scope.Types.HasMarkers && !registration.Scope.Compilation.DeclaresMarkers())
            registration.RegisterOperationAction(Check, OperationKind.ParameterReference);
    }

    private static void Check(OperationContext context)
    {
        var reference = (IParameterReferenceOperation)context.Operation;
        if (!IsScope(reference.Parameter.Type) || reference.Parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } function)
            return;
        var how = reference.UsedBy() switch
        {
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation } assignment when assignment.Value.Unwrap() == reference =>
                $"stored in '{((IMemberReferenceOperation)assignment.Target).Member.Name}'",
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } assignment
                when assignment.Value.Unwrap() == reference && !SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, function) => $"stored in '{local.Name}'",
            IReturnOperation => "returned",
            _ => null,
        };
        if (how is not null)
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR2007_EscapingScope, reference.Syntax.GetLocation(), reference.Parameter.Name, how));
    }

    private static bool IsScope(ITypeSymbol type) => type.Is("ThreadScope", "Fearless") || type.Is("AsyncScope", "Fearless.Async");
}
