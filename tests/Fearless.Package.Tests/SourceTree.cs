using System;
using System.IO;

namespace Fearless.Package.Tests;

internal static class SourceTree
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Copies what people wrote: no build outputs.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from))
        {
            if (Path.GetFileName(folder) is not ("bin" or "obj"))
                Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Analyzers.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Analyzers.sln is in no folder above the tests"));
}
