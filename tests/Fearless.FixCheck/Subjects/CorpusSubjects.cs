using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Fearless.FixCheck;

/// <summary>Every file of the corpus is a program of its own.</summary>
internal static class CorpusSubjects
{
    public static IEnumerable<Subject> Load() =>
        from path in Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let name = Path.GetRelativePath(Folder, path).Replace('\\', '/')
        let kind = name.Split('/')[0] switch
        {
            "real" or "real-2" => ReferenceKind.Framework,
            "frameworks" => ReferenceKind.Web,
            _ => ReferenceKind.WithRuntime,
        }
        select new Subject(name, kind, [new SourceFile(path, File.ReadAllText(path))]);

    private static string Folder { get; } = Path.Combine(FindRepository(AppContext.BaseDirectory), "tests", "Fearless.Corpus", "cases");

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "Analyzers.sln"))
            ? folder
            : FindRepository(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Analyzers.sln is in no folder above the tests"));
}
