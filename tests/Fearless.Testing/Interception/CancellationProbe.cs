using System;
using System.Threading;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Stands between the host and an analyzer's callbacks, cancels in one of them and watches how it takes that.</summary>
internal sealed class CancellationProbe
{
    private CancellationTokenSource? _source;
    private int _callsLeft;

    /// <summary>What an analyzer did wrong; null = nothing so far.</summary>
    public string? Complaint { get; private set; }

    public void CancelIn(int callback, CancellationTokenSource source) => (_callsLeft, _source) = (callback, source);

    public void CancelNever() => _source = null;

    public Action<T> Wrap<T>(Action<T> action, Func<T, CancellationToken> getToken) =>
        context => Invoke(action, context, getToken(context));

    private void Invoke<T>(Action<T> action, T context, CancellationToken token)
    {
        if (--_callsLeft == 0)
        {
            _source?.Cancel();
        }

        if (!token.IsCancellationRequested)
        {
            action(context);
            return;
        }

        using var thrown = ThrownCancellations.Watch(token);
        try
        {
            action(context);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            Complaint ??= $"A cancelled callback ({action.Method.Name}) throws something other than OperationCanceledException: {exception}";
            throw;
        }

        if (thrown.Count > 0)
        {
            Complaint ??= $"A cancelled callback ({action.Method.Name}) swallows the OperationCanceledException, and the host takes half an answer for a whole one.";
        }
    }
}
