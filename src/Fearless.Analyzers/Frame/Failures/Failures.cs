using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>
/// What went wrong in the suite itself, once per place and cause: many rules may stumble over one fact. It is reported by whichever
/// callback ends next; where and what it says does not depend on which one that is.
/// </summary>
internal sealed class Failures
{
    private readonly ConcurrentDictionary<(Location At, string Message), bool> _known = new();
    private readonly ConcurrentQueue<Diagnostic> _pending = new();

    /// <summary>For exception filters. False: it is not ours to stop.</summary>
    /// <param name="at">What was being analysed; null: no symbol.</param>
    /// <param name="exception">What was thrown.</param>
    public bool Keep(ISymbol? at, Exception exception)
    {
        if (exception is OperationCanceledException)
            return false;

        // Code that is nested too deeply to look at is code about which nothing is known.
        if (exception is InsufficientExecutionStackException)
            return true;
        var failure = Diagnostic.Create(
            Descriptors.FEAR9001_FailedAnalysis,
            at is { Locations: { IsEmpty: false } places } ? places[0] : Location.None,
            at is null ? "this compilation" : $"'{at.Name}'",
            exception.GetType().Name,
            FailurePlace.Of(exception));
        if (_known.TryAdd((failure.Location, failure.GetMessage()), true))
            _pending.Enqueue(failure);
        return true;
    }

    public void HandOn(Action<Diagnostic> report)
    {
        while (!_pending.IsEmpty && _pending.TryDequeue(out var failure))
            report(failure);
    }
}
