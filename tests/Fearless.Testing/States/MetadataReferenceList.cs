using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>References of a project; assemblies and files are read once per process.</summary>
public sealed class MetadataReferenceList : List<MetadataReference>
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Shared = new();

    public void Add(Assembly assembly) => Add(assembly.Location);

    public void Add(string path) => Add(FromFile(path));

    internal static MetadataReference FromFile(string path) =>
        Shared.GetOrAdd(path, static p => MetadataReference.CreateFromFile(p));
}
