using System.Globalization;
using System.Threading;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A task is started and dropped, although the work in it throws exceptions of its own: those end in the task, where nobody looks (Rust's <c>unused_must_use</c>).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnseenFailure() : FearlessAnalyzer(Descriptors.FEAR7011_UnseenFailure)
{
    // The work, and what it calls.
    private const int MaxDepth = 2;

    internal override void Register(AnalyzerRegistration registration)
    {
        var summaries = registration.Scope.Summaries;
        registration.RegisterOperationAction(context => Check(context, summaries), OperationKind.ExpressionStatement);
    }

    private static void Check(OperationContext context, MethodSummaries summaries)
    {
        if (((IExpressionStatementOperation)context.Operation).Operation is not IInvocationOperation { TargetMethod: { Name: "Run" or "StartNew" } method } call
            || method.ContainingType is not { Name: "Task" or "TaskFactory" } owner || !owner.ContainingNamespace.IsNamed("System.Threading.Tasks") || call.Arguments.Length == 0
            || call.Arguments[0].Value.Unwrap() is not IDelegateCreationOperation work || FailureOf(work.Target, summaries, context.CancellationToken) is not { } failure)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR7011_UnseenFailure,
            call.Syntax.GetLocation(),
            [failure.Syntax.GetLocation()],
            TypeThrown(failure),
            failure.Syntax.Line().ToString(CultureInfo.InvariantCulture)));
    }

    private static IThrowOperation? FailureOf(IOperation target, MethodSummaries summaries, CancellationToken cancellation) => target switch
    {
        IAnonymousFunctionOperation lambda => FailureIn(lambda.Body, summaries, 0, cancellation),
        IMethodReferenceOperation { Method: { } method } when summaries.Of(method, cancellation) is { } callee => FailureIn(callee.Body, summaries, 1, cancellation),
        _ => null,
    };

    private static IThrowOperation? FailureIn(IOperation body, MethodSummaries summaries, int depth, CancellationToken cancellation)
    {
        foreach (var operation in body.Descendants())
        {
            if (IsHandledOrNested(operation, body))
                continue;
            if (operation is IThrowOperation { Exception: { } thrown } failure && thrown.Unwrap() is IObjectCreationOperation && IsOfTheWork(failure))
                return failure;
            if (depth < MaxDepth && operation is IInvocationOperation { TargetMethod: { IsAbstract: false, IsVirtual: false, IsOverride: false, DeclaringSyntaxReferences.IsEmpty: false } target }
                && summaries.Of(target, cancellation) is { IsIterator: false } callee && FailureIn(callee.Body, summaries, depth + 1, cancellation) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    /// <summary>Not a check of arguments, a stub or the end of a cancelled task: those say that the caller is wrong, not that the work has failed.</summary>
    private static bool IsOfTheWork(IThrowOperation failure) => TypeThrown(failure) is not ("NotImplementedException" or "NotSupportedException" or "ObjectDisposedException"
        or "OperationCanceledException" or "TaskCanceledException" or "UnreachableException" or "InvalidEnumArgumentException")
        && !TypeThrown(failure).StartsWith("Argument", System.StringComparison.Ordinal);

    private static string TypeThrown(IThrowOperation failure) => failure.Exception?.Unwrap().Type?.Name ?? "exception";

    private static bool IsHandledOrNested(IOperation operation, IOperation body)
    {
        IOperation child = operation;
        for (var at = operation.Parent; at is not null && at != body.Parent; child = at, at = at.Parent)
        {
            if (at is ITryOperation { Catches.IsEmpty: false } attempt && attempt.Body == child)
                return true;
            if (at is IAnonymousFunctionOperation or ILocalFunctionOperation && at != body && at.Syntax != body.Parent?.Syntax)
                return true;
        }

        return false;
    }
}
