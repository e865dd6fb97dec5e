using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// <c>var tray = _tray; _tray = null; tray.Unload();</c>: what one should take out is read in one step and cleared in another, so that two may get it.
/// </summary>
internal static class TakenTwice
{
    public static IEnumerable<UpdateFinding> In(TypeFacts facts, ISymbol member, IReadOnlyList<AtomicUse> uses)
    {
        if (MemberType.Of(member) is not { IsReferenceType: true })
            yield break;
        foreach (var clear in uses)
        {
            if (clear.Kind != AtomicUseKind.Store || clear.Access.Locks.Count > 0 || clear.Value?.Unwrap() is not { } value || !IsNull(value)
                || !ConcurrencyEvidence.OverlapsItself(facts, clear.Access) || SteppedUpdates.HasOneWriter(facts, member))
            {
                continue;
            }

            foreach (var load in uses)
            {
                if (load.Kind == AtomicUseKind.Load && load.Access.Locks.Count == 0 && load.Access.Syntax != clear.Access.Syntax && SteppedUpdates.IsSamePlace(load, clear)
                    && !IsStoredBetween(load, clear, uses) && IsUsedUp(load, clear))
                {
                    yield return new UpdateFinding(
                        load.Access.Syntax, clear.Access.Syntax,
                        $"'{member.Name}' is taken here and cleared at line {clear.Access.Syntax.Line()}: a second thread may take it in between, and both go on with the same object",
                        "take and clear it in one step with Interlocked.Exchange");
                    break;
                }
            }
        }
    }

    private static bool IsNull(IOperation value) => value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null };

    private static bool IsStoredBetween(AtomicUse load, AtomicUse clear, IReadOnlyList<AtomicUse> uses)
    {
        foreach (var other in uses)
        {
            if (other != load && other != clear && other.Kind != AtomicUseKind.Load && SteppedUpdates.IsSamePlace(load, other) && SteppedUpdates.IsSamePlace(other, clear)
                && other.Access.Syntax != clear.Access.Syntax)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Then, something is done to the object that must not be done twice. To close or to cancel it once more does no harm.</summary>
    private static bool IsUsedUp(AtomicUse load, AtomicUse clear)
    {
        var trail = ValueTrail.OfSame(load.Operation, load.Access.Body.Sources);
        if (trail.Carriers.Count == 0)
            return false;
        foreach (var operation in load.Access.Body.Root.Descendants())
        {
            if (operation is IInvocationOperation call && ReceiverOf(call) is { } receiver && trail.IsAt(receiver) && call.Syntax.SpanStart > clear.Operation.Syntax.SpanStart && IsDone(call)
                && call.TargetMethod.Name is not ("Dispose" or "DisposeAsync" or "Close" or "Cancel" or "CancelAsync" or "Stop" or "TrySetResult" or "TrySetCanceled" or "TrySetException"))
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? ReceiverOf(IInvocationOperation call)
    {
        var receiver = call.Instance?.Unwrap();
        if (receiver is not IConditionalAccessInstanceOperation)
            return receiver;
        var access = receiver.Parent;
        while (access is not (null or IConditionalAccessOperation))
            access = access.Parent;
        return (access as IConditionalAccessOperation)?.Operation.Unwrap();
    }

    /// <summary>For what it does, not for what it returns.</summary>
    private static bool IsDone(IInvocationOperation call) =>
        call.TargetMethod.ReturnsVoid || call.Parent is IExpressionStatementOperation or IAwaitOperation or IConditionalAccessOperation { Parent: IExpressionStatementOperation };
}
