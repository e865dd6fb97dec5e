using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace Fearless.Package.Tests;

/// <summary>
/// Projects of users, each another way of referring to the packages, restored from the folder feed and built by one command: a build of
/// ten small projects costs little more than a build of one.
/// </summary>
[CollectionDefinition(nameof(ScratchProjects))]
public sealed class ScratchProjects : IAsyncLifetime, ICollectionFixture<ScratchProjects>
{
    private static readonly string[] _quietly = ["-v", "minimal", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    // The sources of Direct under another configuration.
    private static readonly string[] _twins = ["Fixed", "Severities", "ModeNone", "ModeStrict", "ModeAll", "ModeWrong"];

    private DotnetResult? _build;

    public PackedPackages Packages { get; } = new();

    public string Folder => Path.Combine(Packages.Root, "scratch");

    /// <summary>What building all of them printed.</summary>
    internal DotnetResult Build => _build!;

    public string Log(string project) => Path.Combine(Folder, project, "findings.sarif");

    /// <summary>What the project says it expects.</summary>
    public string[] Expected(string project) => File.ReadAllLines(Path.Combine(Folder, project, "expected.txt"));

    public async Task InitializeAsync()
    {
        await Packages.InitializeAsync();
        SourceTree.Copy(Path.Combine(System.AppContext.BaseDirectory, "Scratch"), Folder);
        foreach (var source in Directory.GetFiles(Path.Combine(Folder, "Direct"), "*.cs"))
        {
            foreach (var twin in _twins)
                File.Copy(source, Path.Combine(Folder, twin, Path.GetFileName(source)));
        }

        foreach (var sample in new[] { "Before", "After" })
            SourceTree.Copy(Path.Combine(SourceTree.Root, "samples", "BankTransfer", sample), Path.Combine(Folder, "Sample" + sample));
        _build = await RunAsync(["build", "Scratch.slnx", .. _quietly]);
    }

    public Task DisposeAsync() => Packages.DisposeAsync();

    /// <summary>Builds again what is restored already.</summary>
    internal Task<DotnetResult> RebuildAsync(string project, params string[] arguments) =>
        RunAsync(["build", project, "--no-restore", "--no-incremental", .. _quietly, .. arguments]);

    internal Task<DotnetResult> RunAsync(params string[] arguments) => Dotnet.RunAsync(Folder, Packages.Cache, arguments);
}
