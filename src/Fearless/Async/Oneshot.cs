namespace Fearless.Async;

/// <summary>One value, once.</summary>
/// <remarks>Rust: <c>tokio::sync::oneshot</c>. BCL: <see cref="System.Threading.Tasks.TaskCompletionSource{TResult}"/>, whose producer cannot learn that nobody waits.</remarks>
public static class Oneshot
{
    /// <summary>Makes a channel for one value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <returns>The two ends.</returns>
    public static (OneshotSender<T> Sender, OneshotReceiver<T> Receiver) Channel<[Send] T>()
    {
        var core = new OneshotCore<T>();
        return (new OneshotSender<T>(core), new OneshotReceiver<T>(core));
    }
}
