using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Fearless.Corpus;

internal static class CaseCatalog
{
    private static readonly string[] _sets = ["frameworks", "real", "real-2", "rustc", "scenarios", "turn2", "turn2-noise"];

    /// <summary>The project's folder in the source tree, found from the build output: the golden file is rewritten there.</summary>
    public static string Root { get; } = Path.Combine(FindRepository(AppContext.BaseDirectory), "tests", "Fearless.Corpus");

    public static IReadOnlyList<Case> Load() =>
        [.. _sets.SelectMany(set => Directory.GetDirectories(Path.Combine(Root, "cases", set)).Select(folder => Case.Load(set, folder)))
            .OrderBy(static @case => @case.Key, StringComparer.Ordinal)];

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "Analyzers.sln"))
            ? folder
            : FindRepository(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Analyzers.sln is in no folder above the tests"));
}
