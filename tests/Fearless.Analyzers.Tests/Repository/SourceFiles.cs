using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Fearless.Analyzers.Tests.Repository;

/// <summary>The files of the repository that people write.</summary>
internal static class SourceFiles
{
    private static readonly string[] _notOurs = ["bin", "obj", ".git", ".vs", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts", "cases"];
    private static readonly string[] _textExtensions = [".cs", ".csproj", ".props", ".targets", ".sln", ".md", ".json", ".yml", ".txt", ".globalconfig", ".editorconfig", ".config", ".sh", ""];

    public static IEnumerable<string> Text() => Under(RuleSet.Tree.Root).Where(static file => _textExtensions.Contains(Path.GetExtension(file)));

    public static IEnumerable<string> CSharp(params string[] folder) =>
        Under(RuleSet.InTree(folder)).Where(static file => Path.GetExtension(file) == ".cs").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Under(string folder) =>
        Directory.GetFiles(folder).Concat(Directory.GetDirectories(folder).Where(static sub => !_notOurs.Contains(Path.GetFileName(sub))).SelectMany(Under));
}
