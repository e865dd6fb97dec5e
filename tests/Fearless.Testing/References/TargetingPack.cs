using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Finds the reference assemblies that the build has restored or the SDK carries; never asks the network.</summary>
internal static class TargetingPack
{
    /// <summary>The reference assemblies of <paramref name="targetFramework"/>, or the running framework's own assemblies.</summary>
    /// <param name="targetFramework">As a project file names it.</param>
    /// <param name="framework">The shared framework: the base, or one that stands on it.</param>
    public static IEnumerable<string> FindAssemblies(string targetFramework, string framework = "Microsoft.NETCore.App")
    {
        var restored = typeof(TargetingPack).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(a => a.Key == "ReferencePack." + targetFramework)?.Value;
        if (Directory.Exists(restored))
        {
            return FindReferenceAssemblies(restored);
        }

        // <dotnet root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        var packs = Path.Combine(root, "packs", framework + ".Ref");
        var folder = !Directory.Exists(packs) ? null : Directory.EnumerateDirectories(packs)
            .OrderByDescending(static p => Version.TryParse(Path.GetFileName(p), out var version) ? version : new Version(0, 0))
            .Select(p => Path.Combine(p, "ref", targetFramework))
            .FirstOrDefault(Directory.Exists);
        return folder is null ? FindRuntimeAssemblies(runtime.Replace("Microsoft.NETCore.App", framework)) : FindReferenceAssemblies(folder);
    }

    private static IEnumerable<string> FindReferenceAssemblies(string folder) =>
        Directory.EnumerateFiles(folder, "*.dll").Order(StringComparer.Ordinal);

    private static IEnumerable<string> FindRuntimeAssemblies(string runtime)
    {
        var trusted = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        return trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(p => Path.GetDirectoryName(p) == runtime);
    }
}
