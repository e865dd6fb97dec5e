using System;
using System.Runtime.CompilerServices;
using Fearless.Internal;

namespace Fearless.Channels;

/// <summary>
/// The slots of a ring, in pieces made when first needed: a channel bounded at a million costs a million slots only once it was that full.
/// </summary>
internal sealed class RingStore<T>
{
    private const int MaxPieceLog = 10;

    private readonly int _log;
    private readonly int _pieceLog;
    private readonly Piece[] _pieces;

    internal RingStore(int log)
    {
        _log = log;
        _pieceLog = Math.Min(log, MaxPieceLog);
        _pieces = new Piece[1 << (log - _pieceLog)];
    }

    /// <summary>The state of the ticket's slot while it holds that ticket's value; one less: still empty; one more: emptied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long FullState(long ticket) => (ticket >> _log << 1) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref RingSlot<T> At(long ticket)
    {
        var pieces = _pieces;
        var piece = Atomics.Read(ref pieces[(ticket >> _pieceLog) & (pieces.Length - 1)].Slots) ?? NewPiece(ticket);
        return ref piece[ticket & (piece.Length - 1)];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private RingSlot<T>[] NewPiece(long ticket)
    {
        ref var place = ref _pieces[(ticket >> _pieceLog) & (_pieces.Length - 1)].Slots;
        var fresh = new RingSlot<T>[1 << _pieceLog];
        return Atomics.CompareExchange(ref place, fresh, null) ?? fresh;
    }

    // A struct around the reference: a ref to an element of an array of references would be type-checked on every access.
    private struct Piece
    {
        internal RingSlot<T>[]? Slots;
    }
}
