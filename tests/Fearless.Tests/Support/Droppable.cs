using System;
using System.Threading;

namespace Fearless.Tests.Support;

/// <summary>Counts how often it was disposed.</summary>
internal sealed class Droppable(Action? onDispose = null) : IDisposable
{
    private int _drops;

    public int Drops => Volatile.Read(ref _drops);

    public void Dispose()
    {
        Interlocked.Increment(ref _drops);
        onDispose?.Invoke();
    }
}
