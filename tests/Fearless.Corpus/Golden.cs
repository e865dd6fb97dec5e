using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Fearless.Cases;

namespace Fearless.Corpus;

/// <summary>The verdicts as they were last accepted.</summary>
internal static class Golden
{
    private const string AcceptVariable = "FEARLESS_ACCEPT";

    private static readonly string _path = Path.Combine(CaseCatalog.FolderOf("Fearless.Corpus"), "golden.txt");

    /// <summary>Lines to take away ("-") and to add ("+"); none if nothing changed, or if the change has just been accepted.</summary>
    public static IReadOnlyList<string> Compare(IEnumerable<Verdict> verdicts)
    {
        var actual = verdicts.Select(static verdict => verdict.ToString()).ToList();
        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(_path, string.Concat(actual.Select(static line => line + "\n")));
            return [];
        }

        var expected = File.Exists(_path) ? File.ReadAllLines(_path) : [];
        return [.. expected.Except(actual).Select(static line => "- " + line)
            .Concat(actual.Except(expected).Select(static line => "+ " + line))
            .OrderBy(static line => line[2..], StringComparer.Ordinal)];
    }
}
