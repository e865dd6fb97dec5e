namespace Fearless.Analyzers;

/// <summary>The kinds of lock that rules tell apart (MODEL section 3).</summary>
internal enum LockKind
{
    Monitor,
    Lock,
    SpinLock,
    ReaderWriterLock,
    WaitHandle,
    Semaphore,
    GuardedMutex,
    GuardedRwLock,
    AsyncLock,
    Wrapper,

    /// <summary>What a <c>Lazy</c> holds while it makes its value.</summary>
    Lazy,
}
