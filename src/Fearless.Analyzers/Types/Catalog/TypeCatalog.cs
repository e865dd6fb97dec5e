using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>
/// What is known of types whose source is not there: the catalog that comes with the analyzers, and on top of it the project's own
/// <c>*.fearless.txt</c> files. Nothing is parsed before somebody asks; each symbol is looked up once.
/// </summary>
internal sealed class TypeCatalog(ImmutableArray<AdditionalText> files)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, CatalogEntry?> _found = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, CallContract?> _contracts = new(SymbolEqualityComparer.Default);
    private Dictionary<string, CatalogEntry>? _own;

    /// <summary>
    /// Null: nothing is known. A type without an entry has what its base is refused: nobody makes a DbCommand thread-safe by deriving from it.
    /// </summary>
    public CatalogEntry? Find(INamedTypeSymbol type) => _found.GetOrAdd(type.OriginalDefinition, Search);

    /// <summary>What is promised about who calls the type's members; null: nothing.</summary>
    public CallContract? ContractOf(INamedTypeSymbol type) => _contracts.GetOrAdd(type.OriginalDefinition, SearchContract);

    /// <summary>The names of the types of which the catalog has something to say under a word, in no promised order.</summary>
    public IEnumerable<CatalogEntry> WithContract(string word)
    {
        foreach (var entry in BundledCatalog.Entries.Values)
        {
            if (entry.Contract?.Of(word) is { IsEmpty: false })
                yield return entry;
        }

        foreach (var entry in (_own ?? ReadOwn()).Values)
        {
            if (entry.Contract?.Of(word) is { IsEmpty: false })
                yield return entry;
        }
    }

    private CallContract? SearchContract(INamedTypeSymbol type)
    {
        var name = CatalogName.Of(type);
        var own = (_own ?? ReadOwn()).TryGetValue(name, out var entry) ? entry.Contract : null;
        return BundledCatalog.Entries.TryGetValue(name, out entry) && entry.Contract is { } bundled ? bundled.And(own) : own;
    }

    /// <summary>The member only reads, says the catalog. An indexer or property: its getter.</summary>
    public bool IsRead(ISymbol member)
    {
        if (member.ContainingType is not { } type || Find(type) is not { } entry)
            return false;
        return entry.IsRead(member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name);
    }

    private CatalogEntry? Search(INamedTypeSymbol type)
    {
        var own = _own ?? ReadOwn();
        if (Lookup(own, type) is { } entry)
            return entry;
        for (var parent = type.BaseType; parent is { SpecialType: SpecialType.None }; parent = parent.BaseType)
        {
            if (Lookup(own, parent.OriginalDefinition) is { } inherited)
                return Refusals(inherited);
        }

        return null;
    }

    private static CatalogEntry? Lookup(Dictionary<string, CatalogEntry> own, INamedTypeSymbol type)
    {
        var name = CatalogName.Of(type);
        return (own.TryGetValue(name, out var entry) && entry.IsAboutType) || (BundledCatalog.Entries.TryGetValue(name, out entry) && entry.IsAboutType) ? entry : null;
    }

    private static CatalogEntry? Refusals(CatalogEntry entry)
    {
        if (entry.Send.Verdict != Verdict.No && entry.Sync.Verdict != Verdict.No)
            return null;
        return new CatalogEntry(entry.Name)
        {
            Send = entry.Send.Verdict == Verdict.No ? entry.Send : CatalogWord.Unsaid,
            Sync = entry.Sync.Verdict == Verdict.No ? entry.Sync : CatalogWord.Unsaid,
            Readable = entry.Readable,
            Thread = entry.Thread,
            Reason = entry.Reason,
        };
    }

    private Dictionary<string, CatalogEntry> ReadOwn()
    {
        var own = new Dictionary<string, CatalogEntry>();
        var problems = new List<CatalogProblem>();
        foreach (var file in files)
        {
            if (CatalogName.IsCatalog(file.Path) && file.GetText() is { } text)
            {
                foreach (var entry in CatalogText.Read(text.ToString(), problems))
                    own[entry.Name] = entry;
            }
        }

        return Interlocked.CompareExchange(ref _own, own, null) ?? own;
    }
}
