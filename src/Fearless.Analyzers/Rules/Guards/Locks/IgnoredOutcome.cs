using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A lock is asked for with a limit, and nobody looks whether it was got: when it was not, the code runs unprotected, and releases what somebody
/// else holds.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredOutcome() : LockFactsRule(Descriptors.FEAR3020_IgnoredOutcome)
{
    internal override void Check(LockCheck check)
    {
        foreach (var acquisition in check.Facts.Acquisitions)
        {
            if (acquisition is not { IsPending: false, Call: { IsImplicit: false } call, Effect: { Action: LockAction.Acquire, ReturnsGuard: false } effect }
                || !IsIgnored(check, call, effect))
            {
                continue;
            }

            var release = ReleaseOf(check, acquisition);
            if (release is null && effect.Kind == LockKind.Semaphore)
                continue;
            check.Report(
                Descriptors.FEAR3020_IgnoredOutcome, call.Syntax, [release?.Syntax],
                call.TargetMethod.Name, LockCheck.Name(acquisition.Path, call.Syntax),
                release is null ? "runs without it" : $"runs without it, and line {LockCheck.LineOf(release.Syntax)} releases what somebody else holds");
        }
    }

    private static bool IsIgnored(LockCheck check, IInvocationOperation call, LockEffect effect) => effect.Outcome switch
    {
        LockOutcome.ReturnValue => IsDropped(check, call),
        LockOutcome.Flag => effect.Flag is { } flag && IsNeverRead(check, VariableOf(flag)),
        _ => false,
    };

    private static ILocalSymbol? VariableOf(IOperation flag) => flag.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };

    private static bool IsDropped(LockCheck check, IInvocationOperation call)
    {
        IOperation value = call;
        var user = value.UsedBy();
        while (user is IAwaitOperation || (user is IInvocationOperation wrapper && LockTasks.Inner(wrapper)?.Unwrap() == value))
            (value, user) = (user, user.UsedBy());
        return user switch
        {
            IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => IsNeverRead(check, local),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => IsNeverRead(check, local),
            _ => false,
        };
    }

    private static bool IsNeverRead(LockCheck check, ILocalSymbol? local)
    {
        if (local is null)
            return false;
        foreach (var operation in check.Block.Descendants())
        {
            if (operation is ILocalReferenceOperation { IsDeclaration: false } reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && !IsWritten(reference))
                return false;
        }

        return true;
    }

    private static bool IsWritten(ILocalReferenceOperation reference) => reference.UsedBy() switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target.Unwrap() == reference,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        _ => false,
    };

    /// <summary>The first release of the lock in the same function, after the acquisition.</summary>
    private static ReleaseFact? ReleaseOf(LockCheck check, AcquisitionFact acquisition)
    {
        var function = LockSyntax.FunctionAround(acquisition.Syntax);
        ReleaseFact? first = null;
        foreach (var release in check.Facts.Locks.Releases)
        {
            if (release.Path.Equals(acquisition.Path) && release.Effect.Mode == acquisition.Effect.Mode && release.Syntax.SpanStart > acquisition.Syntax.SpanStart
                && LockSyntax.FunctionAround(release.Syntax) == function && (first is null || release.Syntax.SpanStart < first.Syntax.SpanStart))
            {
                first = release;
            }
        }

        return first;
    }
}
