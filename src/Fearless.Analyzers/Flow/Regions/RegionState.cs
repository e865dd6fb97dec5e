using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// A partition of places (SE-0414): two are in one region if the object behind the one may lead to the object behind the other. And what has
/// left, on some path to here. Places that stand alone are not kept.
/// </summary>
internal sealed class RegionState : IEquatable<RegionState>
{
    public static readonly RegionState Empty = new(ImmutableDictionary<int, int>.Empty, ImmutableDictionary<int, Departure>.Empty);

    // Each place of a region of several, and the smallest of them.
    private readonly ImmutableDictionary<int, int> _regions;
    private readonly ImmutableDictionary<int, Departure> _gone;

    private RegionState(ImmutableDictionary<int, int> regions, ImmutableDictionary<int, Departure> gone)
    {
        _regions = regions;
        _gone = gone;
    }

    public bool HasDepartures => !_gone.IsEmpty;

    public Departure? DepartureOf(int place) => _gone.TryGetValue(place, out var departure) ? departure : null;

    /// <summary>The places of its region, itself among them.</summary>
    public List<int> RegionOf(int place)
    {
        var region = new List<int> { place };
        if (!_regions.TryGetValue(place, out var name))
            return region;
        foreach (var entry in _regions)
        {
            if (entry.Value == name && entry.Key != place)
                region.Add(entry.Key);
        }

        region.Sort();
        return region;
    }

    public RegionState Merge(int one, int other)
    {
        var left = NameOf(one);
        var right = NameOf(other);
        if (one == other || (left == right && _regions.ContainsKey(one)))
            return this;
        var (name, old) = left < right ? (left, right) : (right, left);
        var regions = _regions.SetItem(one, name).SetItem(other, name);
        foreach (var entry in _regions)
        {
            if (entry.Value == old || entry.Value == name)
                regions = regions.SetItem(entry.Key, name);
        }

        return new RegionState(regions.SetItem(old, name).SetItem(name, name), _gone);
    }

    /// <summary>The place leads to something else from now on; the others stay together.</summary>
    public RegionState Separate(int place)
    {
        var gone = _gone.Remove(place);
        if (!_regions.TryGetValue(place, out var name))
            return gone == _gone ? this : new RegionState(_regions, gone);
        var others = RegionOf(place);
        others.Remove(place);
        var regions = _regions.Remove(place);
        if (others.Count == 1)
        {
            regions = regions.Remove(others[0]);
        }
        else if (name == place)
        {
            foreach (var other in others)
                regions = regions.SetItem(other, others[0]);
        }

        return new RegionState(regions, gone);
    }

    public RegionState Depart(int place, Departure departure) =>
        new(_regions, _gone.SetItem(place, _gone.TryGetValue(place, out var known) ? Departure.First(known, departure) : departure));

    /// <summary>What left by this is back.</summary>
    public RegionState Return(Func<Departure, bool> condition)
    {
        var gone = _gone;
        foreach (var entry in _gone)
        {
            if (condition(entry.Value))
                gone = gone.Remove(entry.Key);
        }

        return gone == _gone ? this : new RegionState(_regions, gone);
    }

    public RegionState Join(RegionState other)
    {
        if (other == this)
            return this;
        var joined = this;
        foreach (var entry in other._regions)
        {
            if (entry.Key != entry.Value)
                joined = joined.Merge(entry.Key, entry.Value);
        }

        foreach (var entry in other._gone)
            joined = joined.Depart(entry.Key, entry.Value);
        return joined;
    }

    public bool Equals(RegionState? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other._regions.Count != _regions.Count || other._gone.Count != _gone.Count)
            return false;
        foreach (var entry in _regions)
        {
            if (!other._regions.TryGetValue(entry.Key, out var name) || name != entry.Value)
                return false;
        }

        foreach (var entry in _gone)
        {
            if (!entry.Value.Equals(other.DepartureOf(entry.Key)))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as RegionState);

    public override int GetHashCode() => (_regions.Count * 31) + _gone.Count;

    private int NameOf(int place) => _regions.TryGetValue(place, out var name) ? name : place;
}
