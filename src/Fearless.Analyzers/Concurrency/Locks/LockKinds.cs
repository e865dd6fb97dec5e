namespace Fearless.Analyzers;

internal static class LockKinds
{
    /// <summary>The holder may take it again without waiting for itself.</summary>
    public static bool IsReentrant(this LockKind kind) => kind is LockKind.Monitor or LockKind.Lock or LockKind.WaitHandle;

    /// <summary>Only the thread that took it may release it.</summary>
    public static bool IsThreadBound(this LockKind kind) => kind is not (LockKind.Semaphore or LockKind.AsyncLock);
}
