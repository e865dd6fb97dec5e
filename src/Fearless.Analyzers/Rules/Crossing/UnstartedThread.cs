using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A thread runs nothing before it is started, and what is thrown away is never started.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnstartedThread() : FearlessAnalyzer(Descriptors.FEAR2009_UnstartedThread)
{
    internal override void Register(AnalyzerRegistration registration) =>
        registration.RegisterOperationAction(Check, OperationKind.ObjectCreation);

    private static void Check(OperationContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not { Name: "Thread" or "Task" } type || !IsDeferred(creation))
            return;
        if (creation.UsedBy() is IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation })
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR2009_UnstartedThread, creation.Syntax.GetLocation(), type.Name == "Thread" ? "thread" : "task"));
    }

    private static bool IsDeferred(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (SpawnCatalog.Of(argument.Parameter) is { IsDeferred: true })
                return true;
        }

        return false;
    }
}
