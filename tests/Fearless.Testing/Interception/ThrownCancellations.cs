using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Counts the cancellation exceptions for one token on one thread, caught or not.</summary>
internal sealed class ThrownCancellations : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly CancellationToken _token;

    private ThrownCancellations(CancellationToken token)
    {
        _token = token;
        AppDomain.CurrentDomain.FirstChanceException += OnThrown;
    }

    public int Count { get; private set; }

    public static ThrownCancellations Watch(CancellationToken token) => new(token);

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= OnThrown;

    private void OnThrown(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (Environment.CurrentManagedThreadId == _thread && e.Exception is OperationCanceledException cancelled && cancelled.CancellationToken == _token)
        {
            Count++;
        }
    }
}
