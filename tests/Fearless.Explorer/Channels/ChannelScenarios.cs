using System;
using System.Collections.Generic;
using System.Linq;
using Fearless.Channels;
using Fearless.Explorer.Scheduling;
using Xunit;

namespace Fearless.Explorer.Channels;

/// <summary>What every kind of channel has to get through, whatever the schedule.</summary>
internal static class ChannelScenarios
{
    /// <summary>Two senders of one value each: both arrive, once.</summary>
    public static Scenario TwoSenders(int bound)
    {
        var (sender, receiver) = Make(bound);
        var got = new List<int>();
        return new Scenario(
            () => Assert.Equal([1, 2], got.Order()),
            () => sender.Send(1),
            () => sender.Send(2),
            () =>
            {
                got.Add(receiver.Recv());
                got.Add(receiver.Recv());
            });
    }

    /// <summary>More than fits: the sender waits, everything arrives in order, and then the end.</summary>
    public static Scenario InOrderToTheEnd(int bound)
    {
        var (sender, receiver) = Make(bound);
        var got = new List<int>();
        return new Scenario(
            () => Assert.Equal([1, 2, 3], got),
            () =>
            {
                for (int i = 1; i <= 3; i++) sender.Send(i);
                sender.Dispose();
            },
            () => got.AddRange(receiver));
    }

    /// <summary>The same with references, whose slots the receiver clears after it took its ticket, while senders already want them.</summary>
    public static Scenario References(int bound)
    {
        var (sender, receiver) = Make<string>(bound);
        var got = new List<string>();
        return new Scenario(
            () => Assert.Equal(["a", "b", "c"], got),
            () =>
            {
                foreach (string value in new[] { "a", "b", "c" }) sender.Send(value);
            },
            () =>
            {
                for (int i = 0; i < 3; i++) got.Add(receiver.Recv());
            });
    }

    /// <summary>Two receivers break the rule of one: what the slower copied from a slot that was used again since is never returned.</summary>
    public static Scenario TwoReceivers(int bound)
    {
        var (sender, receiver) = Make(bound);
        for (int i = 1; i <= Math.Abs(bound); i++) sender.Send(i);
        var got = new List<int>[] { [], [] };
        void Take(List<int> into)
        {
            if (receiver.TryRecv(out int value) == TryRecvResult.Received) into.Add(value);
        }

        return new Scenario(
            () => Assert.Equal(Enumerable.Range(1, Math.Abs(bound) + 1), got[0].Concat(got[1]).Concat(receiver.TryIter()).Order()),
            () => Take(got[0]),
            () =>
            {
                Take(got[1]);
                sender.Send(Math.Abs(bound) + 1);
            });
    }

    /// <summary>Enough values from each sender that the queue gets biased to it: all arrive, each sender's in order.</summary>
    public static Scenario Rivals(int bound)
    {
        var (sender, receiver) = Make(bound);
        return new Scenario(
            () =>
            {
                int[] got = [.. receiver.TryIter()];
                Assert.Equal([1, 2, 3], got.Where(value => value < 10));
                Assert.Equal([11, 12, 13], got.Where(value => value > 10));
            },
            () => SendThree(1),
            () => SendThree(11));

        void SendThree(int first)
        {
            for (int i = 0; i < 3; i++) sender.Send(first + i);
        }
    }

    /// <summary>The same at the other end, where both look at the same slot.</summary>
    public static Scenario RivalReceivers(int bound)
    {
        var (sender, receiver) = Make(bound);
        for (int i = 1; i <= bound; i++) sender.Send(i);
        var got = new List<int>[] { [], [] };
        return new Scenario(
            () => Assert.Equal(Enumerable.Range(1, bound), got[0].Concat(got[1]).Order()),
            () => TakeThree(got[0]),
            () => TakeThree(got[1]));

        void TakeThree(List<int> into)
        {
            for (int i = 0; i < 3; i++) into.Add(receiver.Recv());
        }
    }

    /// <summary>Two queued receivers, two senders: nobody stays behind though there is a value for it.</summary>
    public static Scenario TwoQueuedReceivers(int bound)
    {
        var (sender, receiver) = Make(bound);
        var waiting = new[] { receiver.RecvAsync(), receiver.RecvAsync() };
        return new Scenario(
            () =>
            {
                Assert.All(waiting, task => Assert.True(task.IsCompleted));
                Assert.Equal([1, 2], waiting.Select(task => task.Result).Order());
            },
            () => sender.Send(1),
            () => sender.Send(2));
    }

    /// <summary>One sender, two receivers that both wait: each gets one value.</summary>
    public static Scenario TwoConsumers(int bound)
    {
        var (sender, receiver) = Make(bound);
        int[] got = [0, 0];
        return new Scenario(
            () => Assert.Equal([1, 2], got.Order()),
            () =>
            {
                sender.Send(1);
                sender.Send(2);
            },
            () => got[0] = receiver.Recv(),
            () => got[1] = receiver.Recv());
    }

    /// <summary>The receiver goes away: no sender is left waiting, and a value that was not taken is still the sender's.</summary>
    public static Scenario ReceiverGoes(int bound)
    {
        var (sender, receiver) = Make(bound);
        int sent = 0, refused = 0, received = 0;
        void Send()
        {
            try
            {
                sender.Send(1);
                sent++;
            }
            catch (DisconnectedException)
            {
                refused++;
            }
        }

        return new Scenario(
            () =>
            {
                Assert.Equal(2, sent + refused);
                Assert.InRange(sent, received, received + bound);
            },
            Send,
            Send,
            () =>
            {
                received += receiver.TryRecv(out _) == TryRecvResult.Received ? 1 : 0;
                receiver.Dispose();
            });
    }

    /// <summary>The receiver goes in the middle of a sender's streak: each value that was sent is received or disposed, and none that was refused.</summary>
    public static Scenario ReceiverGoesInAStreak(int bound)
    {
        var (sender, receiver) = Make<Counted>(bound);
        var sent = new List<Counted>();
        Counted? refused = null, received = null;
        return new Scenario(
            () =>
            {
                Assert.All(sent, value => Assert.Equal(value == received ? 0 : 1, value.Disposals));
                Assert.Equal(0, refused?.Disposals ?? 0);
            },
            () =>
            {
                for (int i = 0; i < 4 && refused is null; i++)
                {
                    var value = new Counted();
                    if (sender.TrySend(value) == TrySendResult.Sent) sent.Add(value);
                    else refused = value;
                }
            },
            () =>
            {
                receiver.TryRecv(out received);
                receiver.Dispose();
            });
    }

    /// <summary>A receive and a send that may both time out: never one of them alone succeeds, but for what is queued.</summary>
    public static Scenario Timed(int bound)
    {
        var (sender, receiver) = Make(bound);
        bool sent = false, received = false;
        return new Scenario(
            () => Assert.Equal(sent, received || receiver.TryRecv(out _) == TryRecvResult.Received),
            () => sent = sender.Send(1, TimeSpan.FromSeconds(1)) == SendTimeoutResult.Sent,
            () => received = receiver.Recv(TimeSpan.FromSeconds(1), out _) == RecvTimeoutResult.Received);
    }

    /// <summary>A waiter that gives up does not take with it what another one needs.</summary>
    public static Scenario OneGivesUp(int bound)
    {
        var (sender, receiver) = Make(bound);
        bool sent = false, received = false;
        return new Scenario(
            () => Assert.Equal(sent, received || receiver.TryRecv(out _) == TryRecvResult.Received),
            () => sent = sender.Send(1, TimeSpan.FromSeconds(1)) == SendTimeoutResult.Sent,
            () => sender.Send(2),
            () =>
            {
                while (receiver.Recv() == 1) received = true;
            });
    }

    private static (Sender<int> Sender, Receiver<int> Receiver) Make(int bound) => Make<int>(bound);

    private static (Sender<T> Sender, Receiver<T> Receiver) Make<T>(int bound)
    {
        if (bound >= 0) return Mpsc.SyncChannel<T>(bound);
        // A first ring of one slot: it has to grow while others are at it.
        var core = new UnboundedCore<T>(log: 0);
        return (new Sender<T>(core), new Receiver<T>(core));
    }

    private sealed class Counted : IDisposable
    {
        public int Disposals { get; private set; }

        public void Dispose() => Disposals++;
    }
}
