using System;
using System.Collections.Generic;

namespace Fearless.Explorer.Scheduling;

/// <summary>The choices of one execution, and through <see cref="Advance"/> of all of them, depth first: everything is replayed up to the last choice that has an untried option.</summary>
internal sealed class Schedule
{
    private readonly List<(int Chosen, int Count)> _choices = [];
    private int _position;

    public int Choose(int count)
    {
        if (count == 1) return 0;
        if (_position == _choices.Count) _choices.Add((0, count));
        (int chosen, int expected) = _choices[_position++];
        if (expected != count) throw new InvalidOperationException($"The scenario does not repeat itself: {count} options at choice {_position}, {expected} the time before.");
        return chosen;
    }

    /// <summary>False: all schedules have been seen.</summary>
    public bool Advance()
    {
        _position = 0;
        while (_choices.Count > 0)
        {
            (int chosen, int count) = _choices[^1];
            _choices.RemoveAt(_choices.Count - 1);
            if (chosen + 1 >= count) continue;
            _choices.Add((chosen + 1, count));
            return true;
        }
        return false;
    }
}
