using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace Fearless.Analyzers.Types;

/// <summary>
/// What a library promises about threads where it calls code, or keeps objects: the words <c>concurrent work inturn setup spawns repeats serves shares
/// perrequest percall</c> of the catalog. A contract that a person wrote down; what is found in source enters beside it.
/// </summary>
internal sealed class CallContract
{
    private readonly Dictionary<string, ImmutableArray<string>> _members = new(StringComparer.Ordinal);

    /// <summary>Words that list members.</summary>
    public static bool ListsMembers(string word) =>
        word is "concurrent" or "work" or "inturn" or "setup" or "spawns" or "repeats" or "serves" or "shares" or "perrequest";

    /// <summary>Each object of a derived or implementing type belongs to one call, request or test: its members do not overlap.</summary>
    public bool IsPerCall { get; set; }

    public void Add(string word, ImmutableArray<string> members) =>
        _members[word] = _members.TryGetValue(word, out var known) ? known.AddRange(members) : members;

    /// <summary>The member is listed under the word, by its name or by <c>*</c>.</summary>
    public bool Says(string word, string member)
    {
        if (!_members.TryGetValue(word, out var members))
            return false;
        foreach (var listed in members)
        {
            if (listed == member || listed == "*")
                return true;
        }

        return false;
    }

    /// <summary>The names under a word.</summary>
    public ImmutableArray<string> Of(string word) => _members.TryGetValue(word, out var members) ? members : [];

    /// <summary>Both.</summary>
    public CallContract And(CallContract? other)
    {
        if (other is null)
            return this;
        var both = new CallContract { IsPerCall = IsPerCall || other.IsPerCall };
        foreach (var contract in (CallContract[])[this, other])
        {
            foreach (var word in contract._members)
                both.Add(word.Key, word.Value);
        }

        return both;
    }
}
