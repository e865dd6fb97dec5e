using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Data that is stored before an event is set, and read only by who has waited for the event: the two orders the accesses, and the readers need no lock
/// (MODEL section 2: <c>Set</c> and <c>Wait</c>).
/// </summary>
internal static class PublishedBySignal
{
    public static bool Covers(Touch read, IReadOnlyList<Touch> all)
    {
        if (read.IsWrite)
            return false;
        foreach (var signal in read.Access.Fact.Waited)
        {
            if (IsEvent(MemberType.Of(signal)) && IsGivenAfterEveryWrite(signal, all))
                return true;
        }

        return false;
    }

    /// <summary>What stays set, or is set by whoever has the next value ready. Not a lock, which is given back whatever was stored.</summary>
    private static bool IsEvent(ITypeSymbol? type) => type is { Name: "ManualResetEventSlim" or "ManualResetEvent" or "AutoResetEvent" or "EventWaitHandle" or "CountdownEvent" or "TaskCompletionSource" };

    private static bool IsGivenAfterEveryWrite(ISymbol signal, IReadOnlyList<Touch> all)
    {
        foreach (var touch in all)
        {
            if (touch.IsWrite && !IsGivenAfter(signal, touch.Access))
                return false;
        }

        return true;
    }

    private static bool IsGivenAfter(ISymbol signal, StorageAccess write)
    {
        foreach (var given in write.Body.Facts?.Signals ?? [])
        {
            if (given.Context == write.Context && given.Syntax.SpanStart > write.Syntax.SpanStart && SymbolEqualityComparer.Default.Equals(given.On, signal))
                return true;
        }

        return false;
    }
}
