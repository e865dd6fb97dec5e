using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>One wait of a select: which of its cases was chosen. Decided once, by compare-and-swap, by a channel or by the select giving up.</summary>
internal sealed class SelectState
{
    internal const int Undecided = -1;
    private const int GivenUp = -2;

    internal readonly Parker Parker = new();
    private int _winner = Undecided;

    internal int Winner => Atomics.Read(ref _winner);

    internal bool TryWin(int index) => Atomics.CompareExchange(ref _winner, index, Undecided) == Undecided;

    internal bool TryGiveUp() => TryWin(GivenUp);
}
