using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;

namespace Fearless.Analyzers.Types;

/// <summary>The catalog that comes with the analyzers: embedded files, one per area, read once per process when first asked.</summary>
internal static class BundledCatalog
{
    private static readonly Lazy<Dictionary<string, CatalogEntry>> _entries = new(Read, LazyThreadSafetyMode.PublicationOnly);

    private static readonly Lazy<HashSet<string>> _spawnNames = new(ReadSpawnNames, LazyThreadSafetyMode.PublicationOnly);

    public static IReadOnlyDictionary<string, CatalogEntry> Entries => _entries.Value;

    /// <summary>The members whose delegates run on other threads, by name: who mentions none of them starts nothing that a contract knows.</summary>
    public static HashSet<string> SpawnNames => _spawnNames.Value;

    /// <summary>Name and text of each file; for tests, which look for mistakes in them.</summary>
    public static IEnumerable<(string Name, string Text)> Files()
    {
        var assembly = typeof(BundledCatalog).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!CatalogName.IsCatalog(name))
                continue;
            using var stream = assembly.GetManifestResourceStream(name);
            if (stream is null)
                continue;
            using var reader = new StreamReader(stream);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static HashSet<string> ReadSpawnNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in Entries.Values)
        {
            foreach (var word in (string[])["spawns", "repeats", "serves"])
                names.UnionWith(entry.Contract?.Of(word) ?? []);
        }

        return names;
    }

    private static Dictionary<string, CatalogEntry> Read()
    {
        var entries = new Dictionary<string, CatalogEntry>(StringComparer.Ordinal);
        var problems = new List<CatalogProblem>();
        foreach (var (_, text) in Files())
        {
            foreach (var entry in CatalogText.Read(text, problems))
                entries[entry.Name] = entries.TryGetValue(entry.Name, out var known) ? known.With(entry) : entry;
        }

        return entries;
    }
}
