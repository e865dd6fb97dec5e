using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.Analyzers.Types;

/// <summary>What is known of a type whose source is not there.</summary>
internal sealed class CatalogEntry(string name)
{
    public string Name { get; } = name;

    /// <summary>Where the name stands in its file.</summary>
    public TextSpan Span { get; init; }

    public ImmutableArray<string> Parameters { get; init; } = [];

    public CatalogWord Send { get; set; } = CatalogWord.Unsaid;

    public CatalogWord Sync { get; set; } = CatalogWord.Unsaid;

    /// <summary>Several threads may read at once: true of everything, unless its readers write.</summary>
    public CatalogWord Readable { get; set; } = CatalogWord.Yes;

    /// <summary>The thread that it belongs to.</summary>
    public string? Thread { get; set; }

    public string? Reason { get; set; }

    /// <summary>Members that only read, sorted by ordinal; <c>this[]</c> is an indexer's getter, <c>*</c> stands for all.</summary>
    public ImmutableArray<string> Reads { get; set; } = [];

    /// <summary>Who calls its members, and what they share; null: nothing is said about that.</summary>
    public CallContract? Contract { get; set; }

    /// <summary>Something is said about the type itself, and not only about who calls its members.</summary>
    public bool IsAboutType => Send.Verdict != Verdict.Unknown || Sync.Verdict != Verdict.Unknown || Readable.Verdict != Verdict.Yes || Reads.Length > 0;

    /// <summary>Two entries for one type: what is said about the type stands in one of them, who calls its members may stand in both.</summary>
    public CatalogEntry With(CatalogEntry later)
    {
        var (about, other) = later.IsAboutType ? (later, this) : (this, later);
        about.Contract = about.Contract?.And(other.Contract) ?? other.Contract;
        return about;
    }

    public bool IsRead(string member) =>
        Reads.Length > 0 && (Reads[0] == "*" || Reads.BinarySearch(member, StringComparer.Ordinal) >= 0);
}
