using System.Collections.Immutable;

namespace Fearless.Analyzers.Types;

/// <summary>What the catalog says of one trait: yes, if these type arguments have it too; no; or nothing.</summary>
internal readonly struct CatalogWord(Verdict verdict, ImmutableArray<int> arguments)
{
    public static readonly CatalogWord Yes = new(Verdict.Yes, []);
    public static readonly CatalogWord No = new(Verdict.No, []);
    public static readonly CatalogWord Unsaid = new(Verdict.Unknown, []);

    public Verdict Verdict { get; } = verdict;

    /// <summary>Indexes of the type's parameters, from 0.</summary>
    public ImmutableArray<int> Arguments { get; } = arguments;
}
