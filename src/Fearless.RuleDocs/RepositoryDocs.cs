using System.Collections.Generic;
using System.IO;

namespace Fearless.RuleDocs;

/// <summary>Every file that is generated, or has a generated part.</summary>
internal static class RepositoryDocs
{
    public static IEnumerable<GeneratedFile> All(SourceTree tree)
    {
        var rules = Rule.All();
        foreach (var rule in rules)
            yield return File(tree, tree.Page(rule.Id), RulePage.Update(rule, Read(tree.Page(rule.Id)) ?? RulePage.Stub(rule)));

        yield return File(tree, Path.Combine(tree.Docs, "index.md"), RuleIndex.Text(rules));
        yield return File(tree, tree.Readme, MarkedPart.Replace(Read(tree.Readme) ?? "", "rules", RuleTable.ForReadme(rules)));
        foreach (var mode in Profile.Modes)
            yield return File(tree, Path.Combine(tree.Profiles, $"fearless-{mode}.globalconfig"), Profile.Text(mode, rules));
    }

    private static GeneratedFile File(SourceTree tree, string path, string text) =>
        new(path, Path.GetRelativePath(tree.Root, path).Replace('\\', '/'), text);

    private static string? Read(string path) => System.IO.File.Exists(path) ? System.IO.File.ReadAllText(path) : null;
}
