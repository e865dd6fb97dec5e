using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A lazy value that only its publication protects is made by every thread that asks before the first has finished; all but one are thrown away.
/// That does for values, not for files, sockets and other things that must be closed. Rust's <c>OnceLock</c> runs the closure once.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepeatedFactory() : FearlessAnalyzer(Descriptors.FEAR6006_RepeatedFactory)
{
    // LazyThreadSafetyMode.PublicationOnly
    private const int PublicationOnly = 1;

    internal override void Register(AnalyzerRegistration registration)
    {
        registration.RegisterOperationAction(CheckLazy, OperationKind.ObjectCreation);
        registration.RegisterOperationAction(CheckInitializer, OperationKind.Invocation);
    }

    private static void CheckLazy(OperationContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not INamedTypeSymbol { Name: "Lazy", TypeArguments: { Length: 1 } made } type || !type.ContainingNamespace.IsNamed("System") || !ClosedTypes.MustBeClosed(made[0]))
            return;
        foreach (var argument in creation.Arguments)
        {
            if (argument is { Parameter.Type.Name: "LazyThreadSafetyMode", Value.ConstantValue: { HasValue: true, Value: PublicationOnly } })
                Report(context, argument.Value.Syntax, made[0], "use LazyThreadSafetyMode.ExecutionAndPublication");
        }
    }

    private static void CheckInitializer(OperationContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "EnsureInitialized", Parameters.Length: <= 2, TypeArguments: { Length: 1 } made, ContainingType: var type }
            && type.Is("LazyInitializer", "System.Threading") && ClosedTypes.MustBeClosed(made[0]))
        {
            Report(context, call.Syntax, made[0], "use the overload that takes a lock");
        }
    }

    private static void Report(OperationContext context, SyntaxNode at, ITypeSymbol made, string advice) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.FEAR6006_RepeatedFactory, at.GetLocation(), made.Name, advice));
}
