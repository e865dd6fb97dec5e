using System;
using Fearless.Explorer.Scheduling;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.Explorer.Channels;

/// <summary>Bounds: 0 is the rendezvous, -1 the unbounded channel.</summary>
public class ChannelExploration(ITestOutputHelper output)
{
    [Theory, InlineData(0), InlineData(1), InlineData(-1)]
    public void Two_senders(int bound) => Explore(() => ChannelScenarios.TwoSenders(bound));

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(-1)]
    public void In_order_to_the_end(int bound) => Explore(() => ChannelScenarios.InOrderToTheEnd(bound));

    [Fact]
    public void Two_consumers() => Explore(() => ChannelScenarios.TwoConsumers(0));

    [Theory, InlineData(0), InlineData(1), InlineData(-1)]
    public void References(int bound) => Explore(() => ChannelScenarios.References(bound));

    [Theory, InlineData(1), InlineData(2), InlineData(-1)]
    public void Two_receivers(int bound) => Explore(() => ChannelScenarios.TwoReceivers(bound));

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(-1)]
    public void Two_queued_receivers(int bound) => Explore(() => ChannelScenarios.TwoQueuedReceivers(bound));

    [Fact]
    public void Rivals_for_the_bias_of_a_queue() => Explore(() => ChannelScenarios.Rivals(6));

    [Fact]
    public void Rival_receivers_for_the_bias_of_a_queue() => Explore(() => ChannelScenarios.RivalReceivers(6));

    [Theory, InlineData(0), InlineData(1)]
    public void The_receiver_goes(int bound) => Explore(() => ChannelScenarios.ReceiverGoes(bound));

    [Theory, InlineData(4), InlineData(-1)]
    public void The_receiver_goes_in_a_streak(int bound) => Explore(() => ChannelScenarios.ReceiverGoesInAStreak(bound));

    [Theory, InlineData(0), InlineData(1), InlineData(-1)]
    public void Timed(int bound) => Explore(() => ChannelScenarios.Timed(bound));

    [Theory, InlineData(0), InlineData(1)]
    public void One_gives_up(int bound) => Explore(() => ChannelScenarios.OneGivesUp(bound));

    // Two senders with the same ticket: one value overwrites the other.
    [Fact]
    public void Bounded_with_a_ticket_that_is_not_atomic() => Finds(() => ChannelScenarios.TwoSenders(1), Operation.Atomicity, "TryAdvanceShared");

    // Two senders open a segment each.
    [Fact]
    public void Unbounded_with_an_opening_that_is_not_atomic() => Finds(() => ChannelScenarios.TwoSenders(-1), Operation.Atomicity, "Open");

    // A sleeper that is not woken: deadlock.
    [Theory, InlineData(0), InlineData(1)]
    public void A_wake_up_that_is_not_sent(int bound) => Finds(() => ChannelScenarios.InOrderToTheEnd(bound), Operation.Unpark, "WakeSleeper");

    // A sender sees a receiver's flag too late, or not at all: lost wake-up.
    [Fact]
    public void Bounded_with_a_flag_that_is_not_atomic() => Finds(() => ChannelScenarios.InOrderToTheEnd(1), Operation.Atomicity, "TryEnlistReceiver");

    [Fact]
    public void Bounded_with_a_sender_flag_that_is_not_atomic() => Finds(() => ChannelScenarios.InOrderToTheEnd(1), Operation.Atomicity, "Set");

    [Fact]
    public void Bounded_with_a_value_that_is_not_published() => Finds(() => ChannelScenarios.TwoSenders(1), Operation.Store, "Publish");

    // A slot that was cleared, but is not given back: the next lap's sender waits for ever.
    [Fact]
    public void Bounded_with_a_slot_that_is_not_given_back() => Finds(() => ChannelScenarios.References(1), Operation.Store, "Empty");

    // Two receivers take the same ticket.
    [Fact]
    public void Bounded_with_a_take_that_is_not_atomic() => Finds(() => ChannelScenarios.TwoReceivers(2), Operation.Atomicity, "TryAdvanceShared");

    // The owner of the bias has not said yet that it is busy, as far as another can see, and both take the same ticket.
    [Fact]
    public void Bias_taken_away_without_a_barrier() => Finds(() => ChannelScenarios.Rivals(6), Operation.Barrier, "Unbias");

    // The bias is still there after it was taken away.
    [Fact]
    public void Bias_that_stays() => Finds(() => ChannelScenarios.Rivals(6), Operation.Store, "Unbias");

    // A ticket that was taken by plain stores is handed out again.
    [Fact]
    public void Bias_whose_owner_does_not_move_the_counter() => Finds(() => ChannelScenarios.Rivals(6), Operation.Store, "TryAdvanceBiased");

    // The receiver closes the queue while the owner of the bias takes a ticket: it is neither refused nor cleared away.
    [Fact]
    public void Bias_taken_away_by_who_goes_without_a_barrier() => Finds(() => ChannelScenarios.ReceiverGoesInAStreak(4), Operation.Barrier, "Unbias");

    // A bias begins while another thread is about to take a ticket.
    [Fact]
    public void Bias_that_begins_unnoticed() => Finds(() => ChannelScenarios.Rivals(6), Operation.Atomicity, "Bias");

    // Both halves queue up, and nobody meets anybody.
    [Fact]
    public void Rendezvous_with_an_open_gate() => Finds(() => ChannelScenarios.TwoSenders(0), Operation.Gate, "TryEnlistSender");

    // Two senders own the meeting point at once: one value overwrites the other.
    [Fact]
    public void Rendezvous_with_a_claim_that_is_not_atomic() => Finds(() => ChannelScenarios.TwoSenders(0), Operation.Atomicity, "TryClaim");

    // A partner moves the value while the owner takes it back.
    [Theory, InlineData("TryMove"), InlineData("TryReclaim")]
    public void Rendezvous_with_a_meeting_that_is_not_atomic(string member) => Finds(() => ChannelScenarios.Timed(0), Operation.Atomicity, member);

    // The owner is never told that a partner came.
    [Theory, InlineData("TryTake"), InlineData("TryGive")]
    public void Rendezvous_with_a_partner_who_says_nothing(string member) => Finds(() => ChannelScenarios.Timed(0), Operation.Store, member);

    [Fact]
    public void Rendezvous_with_a_hint_that_is_not_given() => Finds(() => ChannelScenarios.TwoSenders(0), Operation.Store, "OnQueuesChanged");

    private static void Finds(Func<Scenario> scenario, Operation operation, string member)
    {
        var fault = new Fault(operation, member);
        Assert.Throws<ExplorationFailed>(() => { Scheduling.Explorer.Run(scenario, fault: fault); });
        Assert.True(fault.WasHit);
    }

    private void Explore(Func<Scenario> scenario) => output.WriteLine($"{Scheduling.Explorer.Run(scenario)} executions");
}
