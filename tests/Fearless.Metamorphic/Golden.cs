using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Fearless.Cases;
using Fearless.Metamorphic.Frame;

namespace Fearless.Metamorphic;

/// <summary>The verdicts that another spelling changes, as they were last accepted, under the table of all.</summary>
internal static class Golden
{
    private static readonly string _path = Path.Combine(CaseCatalog.FolderOf("Fearless.Metamorphic"), "golden.txt");

    public static void Accept(IReadOnlyList<Trial> trials) => File.WriteAllText(_path, string.Concat(Lines(trials).Select(static line => line + "\n")));

    /// <summary>Lines to take away ("-") and to add ("+").</summary>
    public static IReadOnlyList<string> Compare(IReadOnlyList<Trial> trials)
    {
        var actual = Lines(trials).ToList();
        var expected = File.Exists(_path) ? File.ReadAllLines(_path) : [];
        return [.. expected.Except(actual).Select(static line => "- " + line)
            .Concat(actual.Except(expected).Select(static line => "+ " + line))
            .OrderBy(static line => line[2..], StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Trial> trials) =>
        Table.Of(trials).Append("").Concat(trials.Where(static t => !t.Holds).Select(static t => t.ToString()));
}
