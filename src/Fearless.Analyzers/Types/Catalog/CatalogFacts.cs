using System;
using System.Collections.Immutable;

namespace Fearless.Analyzers.Types;

/// <summary>What the words of the catalog mean.</summary>
internal static class CatalogFacts
{
    public static bool IsKnown(string word) =>
        word is "send" or "sync" or "notsend" or "notsync" or "notreadable" or "affine" or "reads" or "why" or "percall" || CallContract.ListsMembers(word);

    /// <summary>Null: fine. Otherwise what is wrong.</summary>
    public static string? Apply(CatalogEntry entry, string word, string? inner)
    {
        switch (word)
        {
            case "send" or "sync":
                return Trait(entry, word == "send", inner);
            case "notsend" or "notsync" or "notreadable" or "percall" when inner is not null:
                return $"'{word}' takes nothing in parentheses; a reason is written why(…)";
            case "notsend":
                return Set(entry, true, CatalogWord.No);
            case "notsync":
                return Set(entry, false, CatalogWord.No);
            case "notreadable":
                entry.Readable = CatalogWord.No;
                return null;
            case "affine":
                if (string.IsNullOrEmpty(inner))
                    return "'affine' names a thread: affine(ui)";
                entry.Thread = inner;
                return Set(entry, true, CatalogWord.No) ?? Set(entry, false, CatalogWord.No);
            case "percall":
                (entry.Contract ??= new CallContract()).IsPerCall = true;
                return null;
            case "why":
                entry.Reason = inner;
                return string.IsNullOrEmpty(inner) ? "'why' gives a reason: why(the count is not atomic)" : null;
            default:
                return Members(entry, word, inner);
        }
    }

    private static string? Trait(CatalogEntry entry, bool isSend, string? inner)
    {
        if (inner is null)
            return Set(entry, isSend, CatalogWord.Yes);
        var indexes = ImmutableArray.CreateBuilder<int>();
        foreach (var part in inner.Split(','))
        {
            var index = entry.Parameters.IndexOf(part.Trim());
            if (index < 0)
                return $"'{part.Trim()}' is no type parameter of '{entry.Name}'";
            indexes.Add(index);
        }

        return Set(entry, isSend, new CatalogWord(Verdict.Yes, indexes.ToImmutable()));
    }

    private static string? Set(CatalogEntry entry, bool isSend, CatalogWord word)
    {
        if ((isSend ? entry.Send : entry.Sync).Verdict != Verdict.Unknown)
            return $"'{entry.Name}' is said to be {(isSend ? "Send" : "Sync")}, or not, twice";
        if (isSend)
            entry.Send = word;
        else
            entry.Sync = word;
        return null;
    }

    private static string? Members(CatalogEntry entry, string word, string? inner)
    {
        if (string.IsNullOrEmpty(inner))
            return $"'{word}' names members: {word}(Count, this[]), or {word}(*) for all of them";
        var members = ImmutableArray.CreateBuilder<string>();
        foreach (var part in inner!.Split(','))
        {
            var member = part.Trim();
            if (member.Length == 0)
                return $"there is a comma too many in '{word}'";
            members.Add(member);
        }

        if (word == "reads")
        {
            members.AddRange(entry.Reads);
            members.Sort(StringComparer.Ordinal);
            entry.Reads = members.ToImmutable();
        }
        else
        {
            (entry.Contract ??= new CallContract()).Add(word, members.ToImmutable());
        }

        return null;
    }
}
