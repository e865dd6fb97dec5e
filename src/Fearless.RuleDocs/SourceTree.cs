using System;
using System.IO;

namespace Fearless.RuleDocs;

/// <summary>Where things are in the repository.</summary>
internal sealed class SourceTree(string root)
{
    public string Root { get; } = root;

    public string Readme => Path.Combine(Root, "README.md");

    public string Docs => Path.Combine(Root, "src", "Fearless.Analyzers", "docs");

    public string Profiles => Path.Combine(Root, "src", "Fearless.Analyzers.Package", "config");

    public string Page(string id) => Path.Combine(Docs, id + ".md");

    /// <summary>The repository that a build output lies in.</summary>
    public static SourceTree Find(string folder)
    {
        for (var candidate = folder; candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (File.Exists(Path.Combine(candidate, "Analyzers.sln")))
                return new SourceTree(candidate);
        }

        throw new InvalidOperationException($"no folder above {folder} holds Analyzers.sln");
    }
}
