namespace Fearless.Async;

/// <summary>The latest value, seen by every receiver.</summary>
/// <remarks>Values in between may be skipped. Rust: <c>tokio::sync::watch</c>. BCL: none.</remarks>
public static class Watch
{
    /// <summary>Makes a channel with a first value, which counts as seen.</summary>
    /// <typeparam name="T">The type of the values, which all receivers share.</typeparam>
    /// <param name="initial">The first value.</param>
    /// <returns>The two ends.</returns>
    public static (WatchSender<T> Sender, WatchReceiver<T> Receiver) Channel<[Send, Sync] T>([Moved] T initial)
    {
        var core = new WatchCore<T>(initial);
        return (new WatchSender<T>(core), new WatchReceiver<T>(core, 0));
    }
}
