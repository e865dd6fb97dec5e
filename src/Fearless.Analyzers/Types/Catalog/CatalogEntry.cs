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

    public bool IsRead(string member) =>
        Reads.Length > 0 && (Reads[0] == "*" || Reads.BinarySearch(member, StringComparer.Ordinal) >= 0);
}
