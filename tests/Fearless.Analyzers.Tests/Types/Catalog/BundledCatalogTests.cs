using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Fearless.Analyzers.Tests.Repository;
using Fearless.Analyzers.Types;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Analyzers.Tests.Types;

public sealed class BundledCatalogTests
{
    private static readonly Compilation _everything = InProcessBuild.Compile(
        "Catalog", [], AspNetCore().Append(typeof(SendAttribute).Assembly.Location).Select(static path => MetadataReference.CreateFromFile(path)));

    private static readonly Dictionary<string, INamedTypeSymbol> _types = AllTypes(_everything.GlobalNamespace).GroupBy(CatalogName.Of).ToDictionary(static g => g.Key, static g => g.First());

    [Fact]
    public void Has_no_mistakes() => Problems.AssertNone(BundledCatalog.Files().SelectMany(static file =>
    {
        var problems = new List<CatalogProblem>();
        CatalogText.Read(file.Text, problems);
        return problems.Select(problem => $"{file.Name}({file.Text.Take(problem.Span.Start).Count(static c => c == '\n') + 1}): {problem.Message}");
    }));

    [Fact]
    public void Knows_many_types() => Assert.InRange(BundledCatalog.Entries.Count, 600, int.MaxValue);

    [Fact]
    public void Names_no_type_twice() => Problems.AssertNone(
        Entries().Where(static x => x.Entry.IsAboutType).GroupBy(static x => x.Entry.Name).Where(static g => g.Count() > 1).Select(static g => $"{g.Key} is in {string.Join(" and ", g.Select(static x => x.File))}"));

    [Fact]
    public void Every_type_of_the_framework_exists() => Problems.AssertNone(
        from x in Entries()
        where IsChecked(x.File, x.Entry.Name) && !_types.ContainsKey(x.Entry.Name)
        select $"{x.File}: {x.Entry.Name} does not exist");

    [Fact]
    public void Every_member_that_only_reads_exists() => Problems.AssertNone(
        from x in Entries()
        where _types.ContainsKey(x.Entry.Name)
        from member in x.Entry.Reads
        where member != "*" && !Members(_types[x.Entry.Name]).Contains(member)
        select $"{x.File}: {x.Entry.Name} has no member {member}");

    [Fact]
    public void Every_member_that_a_contract_names_exists() => Problems.AssertNone(
        from x in Entries()
        where x.Entry.Contract is not null && _types.ContainsKey(x.Entry.Name)
        from word in (string[])["concurrent", "work", "inturn", "setup", "spawns", "repeats", "serves", "shares", "perrequest"]
        from member in x.Entry.Contract!.Of(word)
        where member != "*" && !Members(_types[x.Entry.Name]).Contains(member)
        select $"{x.File}: {x.Entry.Name} has no member {member}");

    private static IEnumerable<(string File, CatalogEntry Entry)> Entries() =>
        BundledCatalog.Files().SelectMany(static file => CatalogText.Read(file.Text, []).Select(entry => (file.Name, entry)));

    // Of the packages only what comes with ASP.NET Core is at hand; of ASP.NET Core, what its namespaces show to be there.
    private static bool IsChecked(string file, string name) =>
        file.StartsWith("bcl-", System.StringComparison.Ordinal)
        || (file.StartsWith("extensions.", System.StringComparison.Ordinal)
            && _types.Keys.Any(known => known.StartsWith(name[..(name.LastIndexOf('.') + 1)], System.StringComparison.Ordinal)));

    private static ImmutableHashSet<string> Members(INamedTypeSymbol type)
    {
        var names = ImmutableHashSet.CreateBuilder<string>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var each in current.AllInterfaces.Append(current))
                names.UnionWith(each.GetMembers().Select(static member => member is IPropertySymbol { IsIndexer: true } ? "this[]" : member.Name));
        }

        return names.ToImmutable();
    }

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(WithNested).Concat(space.GetNamespaceMembers().SelectMany(AllTypes));

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type) => type.GetTypeMembers().SelectMany(WithNested).Append(type);

    private static IEnumerable<string> AspNetCore()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var pack = Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.AspNetCore.App.Ref");
        return !Directory.Exists(pack) ? [] : Directory.EnumerateDirectories(pack).Order().Take(1)
            .SelectMany(static version => Directory.EnumerateDirectories(Path.Combine(version, "ref")).SelectMany(static folder => Directory.EnumerateFiles(folder, "*.dll")));
    }
}
