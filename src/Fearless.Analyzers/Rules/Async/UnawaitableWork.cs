using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// An async function is given to something that runs it as one that returns nothing. It returns at its first await: the loop or helper that called it
/// takes it for finished, and an exception after that await has nobody to go to, so it ends the process.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnawaitableWork() : FearlessAnalyzer(Descriptors.FEAR7005_UnawaitableWork)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var summaries = registration.Scope.Summaries;
        registration.RegisterOperationAction(context => Check(context, summaries), OperationKind.DelegateCreation);
    }

    private static void Check(OperationContext context, MethodSummaries summaries)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (AsyncDelegates.Unawaitable(creation) is not { } function || BodyOf(creation, function, summaries, context.CancellationToken) is not { } body
            || AsyncDelegates.FirstAwait(body) is not { } first || ArgumentOf(creation) is not { Parent: { } taker, Parameter: { } parameter }
            || Consequence(parameter, body, summaries, context.CancellationToken) is not { } consequence)
        {
            return;
        }

        var locations = new List<Location> { first.Syntax.GetLocation() };
        if (creation.Target is IMethodReferenceOperation && function.Locations[0] is { IsInSource: true } declared)
            locations.Insert(0, declared);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR7005_UnawaitableWork,
            creation.Syntax.GetLocation(),
            locations,
            creation.Target is IMethodReferenceOperation ? $"'{function.Name}'" : "this async function",
            NameOf(taker),
            creation.Type!.Name,
            first.Syntax.Line().ToString(CultureInfo.InvariantCulture),
            consequence));
    }

    private static string? Consequence(IParameterSymbol parameter, IOperation body, MethodSummaries summaries, CancellationToken cancellation)
    {
        if (SpawnCatalog.Of(parameter) is { } description)
        {
            // Work of which nobody waits for the end loses nothing but its failures.
            return description.IsJoined ? "the call returns while it is still running"
                : AsyncDelegates.Unhandled(body) is { } failing ? $"an exception after line {failing.Syntax.Line()} ends the process" : null;
        }

        if (InstantDelegates.IsInstant(parameter) && parameter.ContainingType.ContainingNamespace.IsIn("System"))
            return "the call returns while it is still running, and each item overlaps the next";
        if (summaries.Delegates.Of(parameter, cancellation) is not null)
            return "the call returns while it is still running";
        return summaries.Starts.Of(parameter, cancellation) is not null && AsyncDelegates.Unhandled(body) is { } unhandled
            ? $"an exception after line {unhandled.Syntax.Line()} ends the process" : null;
    }

    private static IArgumentOperation? ArgumentOf(IOperation value) => value.UsedBy() switch
    {
        IArgumentOperation argument => argument,
        IArrayInitializerOperation { Parent: IArrayCreationOperation array } => array.UsedBy() as IArgumentOperation,
        ICollectionExpressionOperation elements => elements.UsedBy() as IArgumentOperation,
        _ => null,
    };

    private static IOperation? BodyOf(IDelegateCreationOperation creation, IMethodSymbol function, MethodSummaries summaries, CancellationToken cancellation) =>
        creation.Target is IAnonymousFunctionOperation lambda ? lambda.Body : summaries.Of(function, cancellation)?.Body;

    private static string NameOf(IOperation taker) => taker switch
    {
        IInvocationOperation call => call.TargetMethod.IsStatic || call.TargetMethod.ContainingType is { IsGenericType: true } ? $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}" : call.TargetMethod.Name,
        IObjectCreationOperation { Type: { } type } => type.Name,
        _ => "the call",
    };
}
