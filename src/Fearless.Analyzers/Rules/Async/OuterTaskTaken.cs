using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// <c>Task.Factory.StartNew(async …)</c>, <c>ContinueWith(async …)</c> and their like give a task that ends at the first await of the async function.
/// Whoever waits for that one goes on while the work does.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OuterTaskTaken() : FearlessAnalyzer(Descriptors.FEAR7006_OuterTaskTaken)
{
    internal override void Register(AnalyzerRegistration registration) =>
        registration.RegisterOperationAction(Check, OperationKind.Invocation, OperationKind.ObjectCreation);

    private static void Check(OperationContext context)
    {
        if (!OuterTasks.IsCreation(context.Operation))
            return;
        var block = context.Operation;
        while (block.Parent is { } parent)
            block = parent;
        if (new OuterTasks(block).Of(context.Operation) is { } outer)
            Report(context, outer);
    }

    private static void Report(OperationContext context, OuterTask outer)
    {
        var name = outer.Creation is IInvocationOperation call ? call.TargetMethod.Name : outer.Creation.Type!.Name;
        var taken = outer.Kind == OuterTaskEnd.Returned ? "the caller gets" : $"line {(outer.End.Line()).ToString(CultureInfo.InvariantCulture)} waits for";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR7006_OuterTaskTaken, outer.Creation.Syntax.GetLocation(), [outer.End.GetLocation()], name, taken));
    }
}
