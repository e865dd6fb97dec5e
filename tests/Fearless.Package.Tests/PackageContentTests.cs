using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Xunit;

namespace Fearless.Package.Tests;

[Collection(nameof(ScratchProjects))]
public sealed class PackageContentTests(ScratchProjects scratch)
{
    [Fact]
    public void Analyzers_package_holds_two_assemblies_the_props_and_the_profiles() => Assert.Equal(
        [
            "Fearless.Analyzers.nuspec",
            "README.md",
            "analyzers/dotnet/cs/Fearless.Analyzers.dll",
            "analyzers/dotnet/cs/Fearless.CodeFixes.dll",
            "build/Fearless.Analyzers.props",
            "config/fearless-all.globalconfig",
            "config/fearless-default.globalconfig",
            "config/fearless-none.globalconfig",
            "config/fearless-strict.globalconfig",
        ],
        Entries(scratch.Packages.Analyzers));

    [Fact]
    public void Runtime_package_holds_both_frameworks_with_documentation_and_no_analyzers() => Assert.Equal(
        [
            "Fearless.nuspec",
            "README.md",
            "lib/net10.0/Fearless.dll",
            "lib/net10.0/Fearless.xml",
            "lib/netstandard2.0/Fearless.dll",
            "lib/netstandard2.0/Fearless.xml",
        ],
        Entries(scratch.Packages.Runtime));

    [Fact]
    public void Analyzers_package_is_a_development_dependency_without_dependencies()
    {
        var metadata = Nuspec(scratch.Packages.Analyzers);
        Assert.Equal("true", Value(metadata, "developmentDependency"));
        Assert.DoesNotContain(metadata.Descendants(), static element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void Runtime_package_has_no_dependencies()
    {
        var metadata = Nuspec(scratch.Packages.Runtime);
        Assert.Null(Value(metadata, "developmentDependency"));
        Assert.DoesNotContain(metadata.Descendants(), static element => element.Name.LocalName == "dependency");
    }

    [Theory]
    [InlineData("Fearless")]
    [InlineData("Fearless.Analyzers")]
    public void Packages_say_what_they_are(string id)
    {
        var metadata = Nuspec(id == "Fearless" ? scratch.Packages.Runtime : scratch.Packages.Analyzers);
        Assert.Equal(id, Value(metadata, "id"));
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.False(string.IsNullOrEmpty(Value(metadata, "description")));
    }

    [Fact]
    public void On_netstandard_the_runtime_is_markers_alone()
    {
        using var package = ZipFile.OpenRead(scratch.Packages.Runtime);
        using var stream = new MemoryStream();
        using (var entry = package.GetEntry("lib/netstandard2.0/Fearless.dll")!.Open())
            entry.CopyTo(stream);
        stream.Position = 0;
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var types = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => metadata.GetString(type.Namespace) == "Fearless").Select(type => metadata.GetString(type.Name)).ToList();
        Assert.Contains("SendAttribute", types);
        Assert.All(types, static name => Assert.EndsWith("Attribute", name, StringComparison.Ordinal));
    }

    private static string[] Entries(string nupkg)
    {
        using var package = ZipFile.OpenRead(nupkg);
        return [.. package.Entries.Select(static entry => entry.FullName)
            .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }

    private static XElement Nuspec(string nupkg)
    {
        using var package = ZipFile.OpenRead(nupkg);
        using var stream = package.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private static string? Value(XElement metadata, string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
}
