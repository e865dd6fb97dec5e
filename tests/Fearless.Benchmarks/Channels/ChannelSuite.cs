using System.Collections.Generic;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Fearless.Benchmarks.Channels;

/// <summary>Channels against System.Threading.Channels, one message per operation.</summary>
internal static class ChannelSuite
{
    // Starting a round wakes the producers, which may take 50 microseconds: long rounds, so that it does not show.
    private const double Long = 10;

    public static IEnumerable<Comparison> Comparisons()
    {
        yield return new("unbounded, same thread", "Channel.CreateUnbounded", 0.7, Same(Mpsc.Channel<long>()), Same(Channel.CreateUnbounded<long>()));
        yield return new("unbounded, 1 producer", "CreateUnbounded, single reader and writer", 1.25,
            Ours(1, Mpsc.Channel<long>()), Theirs(1, Channel.CreateUnbounded<long>(new() { SingleReader = true, SingleWriter = true })), Long);
        yield return new("unbounded, 2 producers", "CreateUnbounded, single reader", 0.6,
            Ours(2, Mpsc.Channel<long>()), Theirs(2, Channel.CreateUnbounded<long>(new() { SingleReader = true })), Long);
        yield return new("bounded(1024), same thread", "CreateBounded(1024)", 0.5, Same(Mpsc.SyncChannel<long>(1024)), Same(Channel.CreateBounded<long>(1024)));
        yield return new("bounded(1024), 1 producer", "CreateBounded(1024)", 0.3,
            Ours(1, Mpsc.SyncChannel<long>(1024)), Theirs(1, Channel.CreateBounded<long>(1024)), Long);
        yield return new("bounded(1024), 2 producers", "CreateBounded(1024)", 0.6,
            Ours(2, Mpsc.SyncChannel<long>(1024)), Theirs(2, Channel.CreateBounded<long>(1024)), Long);
        yield return new("rendezvous, threads", "CreateBounded(0), tasks", 0.25,
            Ours(1, Mpsc.SyncChannel<long>(0)), Tasks(Channel.CreateBounded<long>(0)), Long);
        yield return new("rendezvous, threads", "CreateBounded(0), threads", null,
            Ours(1, Mpsc.SyncChannel<long>(0)), Theirs(1, Channel.CreateBounded<long>(0)), Long);
    }

    private static Loop Same((Sender<long> Sender, Receiver<long> Receiver) ends) => new(count =>
    {
        for (int i = 0; i < count; i++)
        {
            ends.Sender.Send(i);
            Sink.Keep(ends.Receiver.Recv());
        }
    });

    private static Loop Same(Channel<long> channel) => new(count =>
    {
        for (int i = 0; i < count; i++)
        {
            Bcl.Write(channel.Writer, 1);
            Bcl.Read(channel.Reader, 1);
        }
    });

    private static Pipe Ours(int producers, (Sender<long> Sender, Receiver<long> Receiver) ends) => new(
        producers,
        count =>
        {
            for (int i = 0; i < count; i++) ends.Sender.Send(i);
        },
        count =>
        {
            for (int i = 0; i < count; i++) Sink.Keep(ends.Receiver.Recv());
        });

    private static Pipe Theirs(int producers, Channel<long> channel) =>
        new(producers, count => Bcl.Write(channel.Writer, count), count => Bcl.Read(channel.Reader, count));

    private static Loop Tasks(Channel<long> channel) => new(count =>
    {
        Task writing = Task.Run(async () =>
        {
            for (int i = 0; i < count; i++) await channel.Writer.WriteAsync(i).ConfigureAwait(false);
        });
        Task.Run(async () =>
        {
            for (int i = 0; i < count; i++) Sink.Keep(await channel.Reader.ReadAsync().ConfigureAwait(false));
        }).Wait();
        writing.Wait();
    });
}
