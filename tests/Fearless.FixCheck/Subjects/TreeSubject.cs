using System;
using System.IO;
using System.Linq;

namespace Fearless.FixCheck;

/// <summary>A folder of somebody else's code as one program. What it refers to is not there: binding errors are part of the game.</summary>
internal static class TreeSubject
{
    private static readonly string[] _leftOut = ["bin", "obj", "test", "tests", "samples", "benchmark"];

    public static Subject Load(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)
                .Any(static part => _leftOut.Contains(part, StringComparer.OrdinalIgnoreCase) || part.Contains("Test", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(static path => new SourceFile(path, File.ReadAllText(path)));
        return new Subject(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), ReferenceKind.Web, [.. files]);
    }
}
