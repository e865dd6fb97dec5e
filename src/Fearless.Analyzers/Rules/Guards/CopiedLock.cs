using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A lock that is a struct, or inside one, is copied: each copy is a lock of its own, and excludes nobody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopiedLock() : FearlessAnalyzer(Descriptors.FEAR3015_CopiedLock)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var context = registration;
        context.RegisterOperationAction(static c => CheckLocal(c, (IVariableDeclaratorOperation)c.Operation), OperationKind.VariableDeclarator);
        context.RegisterOperationAction(static c => CheckLoop(c, (ILoopOperation)c.Operation), OperationKind.Loop);
        context.RegisterOperationAction(static c => CheckArgument(c, (IArgumentOperation)c.Operation), OperationKind.Argument);
        context.RegisterOperationAction(static c => CheckAssignment(c, (ISimpleAssignmentOperation)c.Operation), OperationKind.SimpleAssignment);
        context.RegisterSymbolAction(CheckField, SymbolKind.Field);
    }

    private static void CheckLocal(OperationContext context, IVariableDeclaratorOperation declarator)
    {
        if (declarator.Symbol is { RefKind: RefKind.None } local && declarator.GetVariableInitializer() is { Value: { } value } && IsCopy(value) && LockIn(local.Type) is { } what)
            Report(context, value.Syntax, value.Syntax.ToString(), what, "is copied into a variable", "use a 'ref' local");
    }

    private static void CheckLoop(OperationContext context, ILoopOperation loop)
    {
        if (loop is not IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } } each || LockIn(local.Type) is not { } what)
            return;
        var at = each.Syntax is ForEachStatementSyntax statement ? statement.Expression : each.Collection.Syntax;
        Report(context, at, local.Name, what, "is a copy of the element", "iterate by 'ref', or by index");
    }

    private static void CheckArgument(OperationContext context, IArgumentOperation argument)
    {
        if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { RefKind: RefKind.None, Type: { } type } } && IsCopy(argument.Value) && LockIn(type) is { } what)
            Report(context, argument.Value.Syntax, argument.Value.Syntax.ToString(), what, "is passed by value", "pass it by 'ref'");
    }

    private static void CheckAssignment(OperationContext context, ISimpleAssignmentOperation assignment)
    {
        if (!assignment.IsRef && IsCopy(assignment.Value) && assignment.Target.Type is { } type && LockIn(type) is { } what)
            Report(context, assignment.Value.Syntax, assignment.Value.Syntax.ToString(), what, "is copied by the assignment", "share the object that holds it");
    }

    private static void CheckField(SymbolContext context)
    {
        var field = (IFieldSymbol)context.Symbol;
        if (!field.IsReadOnly || field.IsImplicitlyDeclared || !IsSpinLock(field.Type) || field.Locations.Length == 0)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR3015_CopiedLock, field.Locations[0], field.Name, "a SpinLock", "is read-only, so every call works on a copy", "take out 'readonly'"));
    }

    /// <summary>A value that is somewhere already; what was just made has no other owner.</summary>
    private static bool IsCopy(IOperation value) => value.Unwrap() switch
    {
        IFieldReferenceOperation or IArrayElementReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation => true,
        IPropertyReferenceOperation property => !property.Property.ReturnsByRef || property.Property.IsIndexer,
        _ => false,
    };

    /// <summary>What kind of lock a value of the type contains, itself; null: none.</summary>
    private static string? LockIn(ITypeSymbol type, int depth = 4)
    {
        if (!type.IsValueType || depth == 0 || type is not INamedTypeSymbol)
            return null;
        if (IsSpinLock(type))
            return "a SpinLock";
        if (type.SpecialType != SpecialType.None || type.TypeKind == TypeKind.Enum)
            return null;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false } field && !SymbolEqualityComparer.Default.Equals(field.Type, type) && LockIn(field.Type, depth - 1) is not null)
                return $"a struct with the SpinLock '{field.Name}'";
        }

        return null;
    }

    private static bool IsSpinLock(ITypeSymbol type) => type.Is("SpinLock", "System.Threading");

    private static void Report(OperationContext context, SyntaxNode at, string name, string what, string how, string todo) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR3015_CopiedLock, at.GetLocation(), name, what, how, todo));
}
