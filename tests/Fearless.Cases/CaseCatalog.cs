using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Fearless.Cases;

public static class CaseCatalog
{
    private static readonly string[] _sets = ["frameworks", "real", "real-2", "rustc", "scenarios", "turn2", "turn2-noise"];

    private static readonly string _tests = Path.Combine(FindRepository(AppContext.BaseDirectory), "tests");

    /// <summary>A test project's folder in the source tree, found from the build output: golden files are rewritten there.</summary>
    public static string FolderOf(string project) => Path.Combine(_tests, project);

    public static IReadOnlyList<Case> Load() =>
        [.. _sets.SelectMany(set => Directory.GetDirectories(Path.Combine(FolderOf("Fearless.Corpus"), "cases", set)).Select(folder => Case.Load(set, folder)))
            .OrderBy(static @case => @case.Key, StringComparer.Ordinal)];

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "Analyzers.sln"))
            ? folder
            : FindRepository(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Analyzers.sln is in no folder above the tests"));
}
