using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Fearless.Channels;

namespace Fearless;

/// <summary>Knows a channel without keeping it open: the receiver learns that all senders are gone whatever weak ones there are.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <remarks>Nothing to dispose. May be used by several threads at once. Never blocks. Rust: <c>tokio::sync::mpsc::WeakSender</c>.</remarks>
[Send, Sync]
[DebuggerDisplay("WeakSender")]
public sealed class WeakSender<[Send] T>
{
    [AssumeSend("the queue is concurrent"), AssumeSync("the queue is concurrent")]
    private readonly ChannelCore<T> _channel;

    internal WeakSender(ChannelCore<T> channel) => _channel = channel;

    /// <summary>Another sender, unless the last one is gone: a channel that was disconnected stays so.</summary>
    /// <param name="sender">The sender, to be disposed on its own.</param>
    /// <returns>Whether there was still a sender.</returns>
    public bool TryUpgrade([NotNullWhen(true)] out Sender<T>? sender)
    {
        sender = _channel.TryAddHandle() ? new Sender<T>(_channel) : null;
        return sender is not null;
    }
}
