using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The object that a member is used on, as far as threads are concerned.</summary>
internal static class Objects
{
    /// <summary>The work has made it itself, or was given it: then it belongs to the work's own thread.</summary>
    public static bool IsMadeIn(IOperation use, IOperation function)
    {
        var instance = use switch
        {
            IInvocationOperation call => call.Instance,
            IMemberReferenceOperation member => member.Instance,
            _ => null,
        };
        while (instance?.Unwrap() is IMemberReferenceOperation { Instance: { } inner } member and not IFieldReferenceOperation { Instance: IInstanceReferenceOperation })
            instance = inner;
        switch (instance?.Unwrap())
        {
            case ILocalReferenceOperation local:
                return IsDeclaredIn(local.Local, function);
            case IParameterReferenceOperation parameter:
                return IsDeclaredIn(parameter.Parameter, function);
            case IFieldReferenceOperation field:
                return IsAssignedIn(field.Field, function);
            case IObjectCreationOperation or IInvocationOperation:
                return true;
            default:
                return false;
        }
    }

    /// <summary>A thread with an apartment of its own, or a timer that is bound to a control.</summary>
    public static bool HasApartment(IOperation root)
    {
        foreach (var operation in root.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "SetApartmentState" or "TrySetApartmentState" } or IPropertyReferenceOperation { Property.Name: "SynchronizingObject" or "ApartmentState" })
                return true;
        }

        return false;
    }

    /// <summary>The name of the member.</summary>
    public static SyntaxNode PlaceOf(IOperation use) => use.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => member.Name,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name,
        InvocationExpressionSyntax call => call.Expression,
        MemberAccessExpressionSyntax member => member.Name,
        var other => other,
    };

    private static bool IsDeclaredIn(ISymbol symbol, IOperation function) =>
        symbol.DeclaringSyntaxReferences.Length > 0 && symbol.DeclaringSyntaxReferences[0].SyntaxTree == function.Syntax.SyntaxTree
        && function.Syntax.FullSpan.Contains(symbol.DeclaringSyntaxReferences[0].Span);

    private static bool IsAssignedIn(ISymbol field, IOperation function)
    {
        foreach (var operation in function.Descendants())
        {
            if (operation is ISimpleAssignmentOperation { Target: IFieldReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Field, field))
                return true;
        }

        return false;
    }
}
