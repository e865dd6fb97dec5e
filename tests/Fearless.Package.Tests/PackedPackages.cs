using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;

namespace Fearless.Package.Tests;

/// <summary>Both packages, packed once for all tests, in a folder that serves as a feed.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private static readonly string _configuration = typeof(PackedPackages).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    /// <summary>Outside of the repository, so that none of its settings apply.</summary>
    public string Root { get; } = Path.Combine(Path.GetTempPath(), "fearless-package-tests", Guid.NewGuid().ToString("N")[..8]);

    public string Feed => Path.Combine(Root, "feed");

    public string Cache => Path.Combine(Root, "packages");

    public string Runtime => Nupkg("Fearless");

    public string Analyzers => Nupkg("Fearless.Analyzers");

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        foreach (var project in new[] { "Fearless", "Fearless.Analyzers.Package" })
        {
            // With the packages of the machine: our own projects are restored already, and nothing is built here.
            var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? "";
            var folder = Path.Combine(SourceTree.Root, "src", project);
            (await Dotnet.RunAsync(folder, packages, "pack", "--no-build", "-c", _configuration, "-o", Feed, "-v", "quiet")).AssertSuccess();
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return Task.CompletedTask;
    }

    private string Nupkg(string id) =>
        Directory.GetFiles(Feed, "*.nupkg").Single(path => Path.GetFileName(path) is var name && name.StartsWith(id + ".", StringComparison.Ordinal) && char.IsAsciiDigit(name[id.Length + 1]));
}
