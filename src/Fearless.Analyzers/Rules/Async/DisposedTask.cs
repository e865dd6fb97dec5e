using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// <c>using (gate.TakeAsync())</c>: what the scope disposes is the task. What the task gives (a lock's holder, a connection) is neither waited for nor
/// disposed, and a task that has not ended by then throws.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposedTask() : FearlessAnalyzer(Descriptors.FEAR7004_DisposedTask)
{
    internal override void Register(AnalyzerRegistration registration) =>
        registration.RegisterOperationAction(Check, OperationKind.Using, OperationKind.UsingDeclaration);

    private static void Check(OperationContext context)
    {
        var resources = context.Operation is IUsingOperation block ? block.Resources : ((IUsingDeclarationOperation)context.Operation).DeclarationGroup;
        if (resources is not IVariableDeclarationGroupOperation group)
        {
            Report(context, resources, null);
            return;
        }

        foreach (var declaration in group.Declarations)
        {
            foreach (var declarator in declaration.Declarators)
            {
                if (declarator.GetVariableInitializer()?.Value is { } value)
                    Report(context, value, declarator.Symbol);
            }
        }
    }

    private static void Report(OperationContext context, IOperation resource, ILocalSymbol? local)
    {
        resource = resource.Unwrap();
        if (!TaskTypes.IsTask(resource.Type) || (local is not null && IsAskedFor(local, context.Operation)) || IsLock(resource))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR7004_DisposedTask, resource.Syntax.GetLocation(),
            TaskTypes.ResultOf(resource.Type) is { } result ? $"the '{result.ToMinimalDisplayString(context.Operation.SemanticModel!, resource.Syntax.SpanStart)}' that it gives" : "what it does"));
    }

    /// <summary>Somebody waits for the task, or takes its result, by its name.</summary>
    private static bool IsAskedFor(ILocalSymbol local, IOperation scope)
    {
        var around = scope is IUsingOperation ? scope : scope.Parent;
        foreach (var operation in around?.Descendants() ?? [])
        {
            if (operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                return true;
        }

        return false;
    }

    /// <summary>A lock that the catalog knows has a rule of its own.</summary>
    private static bool IsLock(IOperation resource) => LockTasks.CallOf(resource) is { } call && LockCatalog.EffectOf(call) is { Action: LockAction.Acquire, Target: not null };
}
