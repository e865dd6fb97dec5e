using System.IO;
using System.Text.Json;

namespace Fearless.Cases;

/// <summary>One folder of the corpus: a program with a bug, its repaired twin, or both.</summary>
public sealed record Case(string Set, string Id, string Group, string? Tier, string? Bug, string? Fixed)
{
    public string Key => Set + "/" + Id;

    /// <summary>Code that looks suspicious and is right.</summary>
    public bool IsTrap => Bug is null;

    public static Case Load(string set, string folder)
    {
        using var meta = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "meta.json")));
        string? Meta(string key) => meta.RootElement.TryGetProperty(key, out var value) ? value.GetString() : null;
        string? Source(string name) => Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;
        return new Case(
            set,
            Path.GetFileName(folder),
            Meta("category") ?? Meta("group") ?? Meta("code") ?? "accepted",
            Meta("tier"),
            Source("bug.cs"),
            Source("fixed.cs"));
    }
}
