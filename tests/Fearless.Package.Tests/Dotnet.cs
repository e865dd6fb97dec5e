using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;

namespace Fearless.Package.Tests;

/// <summary>The SDK as a user calls it, from a shell that knows nothing of the build that runs the tests.</summary>
internal static class Dotnet
{
    /// <param name="folder">The working directory.</param>
    /// <param name="packages">Where restored packages go: never where a stale one may lie.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<DotnetResult> RunAsync(string folder, string packages, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in BuildVariables(start.Environment.Keys))
            start.Environment.Remove(name);
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new DotnetResult($"dotnet {string.Join(' ', arguments)}", process.ExitCode, await output + await error);
    }

    // `dotnet test` runs inside MSBuild, which tells its children where its own targets are.
    private static List<string> BuildVariables(IEnumerable<string> names) =>
        [.. System.Linq.Enumerable.Where(names, static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))];
}
