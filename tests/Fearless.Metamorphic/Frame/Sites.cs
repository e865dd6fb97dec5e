using System;
using System.Collections.Generic;

namespace Fearless.Metamorphic.Frame;

/// <summary>The places of one program that a transformation can change, counted in the order in which it comes to them.</summary>
/// <param name="isChosen">Which of them it may change in this run.</param>
/// <param name="names">All words of the program, so that a new name is new.</param>
/// <param name="seed">Makes names and choices, the same in each run.</param>
internal sealed class Sites(Predicate<int> isChosen, IEnumerable<string> names, int seed)
{
    private readonly HashSet<string> _names = [.. names];

    public Random Random { get; } = new(seed);

    public int Offered { get; private set; }

    public int Taken { get; private set; }

    /// <summary>Asked once a place fulfils the precondition.</summary>
    public bool Take()
    {
        var isTaken = isChosen(Offered++);
        Taken += isTaken ? 1 : 0;
        return isTaken;
    }

    public string Fresh(string stem)
    {
        var name = stem;
        for (var number = 2; !_names.Add(name); number++)
            name = stem + number;
        return name;
    }
}
