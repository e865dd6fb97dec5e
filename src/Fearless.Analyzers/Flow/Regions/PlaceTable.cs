using System.Collections.Generic;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// The places that a body's names lead to, numbered: variables, temporaries, and what is read out of them. A place that is a member or element
/// of another one is a part of it.
/// </summary>
internal sealed class PlaceTable
{
    // A part of a part of a part: deeper, the whole stands for it.
    private const int MaxSteps = 4;

    private readonly Dictionary<AccessPath, int> _ids = [];
    private readonly List<AccessPath> _paths = [];
    private readonly List<int> _wholes = [];
    private readonly List<List<int>> _parts = [];

    public int Of(AccessPath path)
    {
        if (path.Steps.Length > MaxSteps)
            path = path.Cut(MaxSteps);
        if (_ids.TryGetValue(path, out var id))
            return id;
        var whole = path.Owner is { } owner ? Of(owner) : -1;
        id = _paths.Count;
        _ids.Add(path, id);
        _paths.Add(path);
        _wholes.Add(whole);
        _parts.Add([]);
        if (whole >= 0)
            _parts[whole].Add(id);
        return id;
    }

    public AccessPath PathOf(int place) => _paths[place];

    /// <summary>What it is a part of; -1: nothing that has a name here.</summary>
    public int WholeOf(int place) => _wholes[place];

    public IReadOnlyList<int> PartsOf(int place) => _parts[place];

    /// <summary>The one is the other, or is reached through it.</summary>
    public bool IsWithin(int place, int whole)
    {
        for (; place >= 0; place = _wholes[place])
        {
            if (place == whole)
                return true;
        }

        return false;
    }
}
