using System;
using System.Threading;

namespace Fearless.Tests;

/// <summary>Counts how often it was disposed, and by which thread.</summary>
internal sealed class Tracked(int id = 0) : IDisposable
{
    private int _disposals;

    public int Id => id;
    public int Disposals => Volatile.Read(ref _disposals);
    public int DisposedOn { get; private set; }

    public void Dispose()
    {
        DisposedOn = Environment.CurrentManagedThreadId;
        Interlocked.Increment(ref _disposals);
    }
}
