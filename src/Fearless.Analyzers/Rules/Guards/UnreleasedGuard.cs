using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A guard that nobody disposes keeps its lock for good. Rust drops a guard when it goes out of scope, a temporary at the end of the
/// statement; C# does neither.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreleasedGuard() : FearlessAnalyzer(Descriptors.FEAR3002_DiscardedGuard, Descriptors.FEAR3003_UnreleasedGuard)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var bodies = registration.Scope.Bodies;
        registration.RegisterOperationBlockAction(context => Check(context, bodies));
    }

    private static void Check(BodyContext context, BodyFactsCache bodies)
    {
        foreach (var block in context.OperationBlocks)
        {
            if (bodies.Of(context, block, BodyTraits.Locks) is not { } facts)
                continue;
            var reported = new HashSet<SyntaxNode>();
            foreach (var acquisition in facts.Acquisitions)
            {
                if (acquisition is { Effect.ReturnsGuard: true, Call: { } call } && HowLost(acquisition, call) is { } how && reported.Add(acquisition.Syntax))
                    ReportDiscarded(context, acquisition, how);
            }

            foreach (var leak in facts.Leaks)
            {
                if (leak.Held.Guard is not null && reported.Add(leak.Held.Acquisition))
                    ReportUnreleased(context, leak);
            }
        }
    }

    /// <summary>How the guard is lost on the spot; null: something receives it.</summary>
    private static string? HowLost(AcquisitionFact acquisition, IInvocationOperation call)
    {
        if (acquisition.Effect.Flag is { } variable)
            return variable.IsDiscard() ? "discarded" : null;

        IOperation guard = call;
        var isGuard = !LockTasks.IsAwaitable(call);
        var user = guard.UsedBy();
        while (!isGuard && user is not null && IsPassedOn(guard, user))
        {
            isGuard = user is IAwaitOperation or IPropertyReferenceOperation or IInvocationOperation { TargetMethod.Name: "GetResult" };
            guard = user;
            user = guard.UsedBy();
        }

        return user switch
        {
            IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } => "discarded",
            IMemberReferenceOperation member when isGuard && member.Instance?.Unwrap() == guard => "used as a temporary",
            IInvocationOperation { TargetMethod.Name: not ("Dispose" or "Downgrade") } use when isGuard && use.Instance?.Unwrap() == guard => "used as a temporary",
            _ => null,
        };
    }

    /// <summary>A task that gives a guard is awaited, or wrapped.</summary>
    private static bool IsPassedOn(IOperation task, IOperation user) => user switch
    {
        IAwaitOperation => true,
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } awaited } => awaited.Unwrap() == task,
        IInvocationOperation call => LockTasks.Inner(call)?.Unwrap() == task,
        _ => false,
    };

    private static void ReportDiscarded(BodyContext context, AcquisitionFact acquisition, string how) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR3002_DiscardedGuard,
            acquisition.Syntax.GetLocation(),
            $"the guard of '{Name(acquisition.Path, acquisition.Syntax)}' is {how}, so the lock is never released and the next to ask for it waits for ever",
            "keep the guard in a 'using' declaration"));

    private static void ReportUnreleased(BodyContext context, LeakFact leak)
    {
        var held = leak.Held;
        var where = leak.OnException ? "is not disposed when an exception is thrown"
            : leak.OnEveryPath ? "is never disposed"
            : "is not disposed on every path";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR3003_UnreleasedGuard,
            held.Acquisition.GetLocation(),
            $"the guard of '{Name(held.Path, held.Acquisition)}' {where}, so the lock stays taken",
            "declare the guard with 'using'"));
    }

    private static string Name(AccessPath path, SyntaxNode acquisition)
    {
        var name = path.ToString();
        return name.Length > 0 ? name : acquisition is InvocationExpressionSyntax call ? call.Expression.ToString() : acquisition.ToString();
    }
}
