using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Fearless.Analyzers.Tests.Repository;

/// <summary>A block of C# in a Markdown file. A comment <c>// FEARnnnn</c> at the end of a line says that this rule reports on this line.</summary>
/// <param name="File">The Markdown file, from the root of the repository.</param>
/// <param name="Line">Where the block's text starts, from 1.</param>
/// <param name="Text">The C#.</param>
public sealed partial record CodeBlock(string File, int Line, string Text)
{
    // The suite says it about itself.
    private const string NoCodesFault = "FEAR9001";

    /// <summary>A rule that is off by default is on in its own page.</summary>
    public string? Page => RuleId().IsMatch(Path.GetFileName(File)) ? Path.GetFileNameWithoutExtension(File) : null;

    /// <summary>"line: ID" for each finding that the comments promise.</summary>
    public IEnumerable<string> Expected() =>
        Text.Split('\n').SelectMany((line, index) => Comment().Match(line) is { Success: true } comment
            ? RuleId().Matches(comment.Value).Where(static id => id.Value != NoCodesFault).Select(id => $"{Line + index}: {id.Value}")
            : []);

    public static IEnumerable<CodeBlock> Read(string path)
    {
        var lines = System.IO.File.ReadAllLines(path);
        for (var start = 0; start < lines.Length; start++)
        {
            if (lines[start].Trim() != "```csharp")
                continue;
            var end = Array.FindIndex(lines, start + 1, static line => line.Trim() == "```");
            yield return new CodeBlock(RuleSet.Relative(path), start + 2, string.Join('\n', lines[(start + 1)..end]) + "\n");
            start = end;
        }
    }

    public override string ToString() => $"{File}:{Line}";

    [GeneratedRegex(@"FEAR\d{4}")]
    private static partial Regex RuleId();

    [GeneratedRegex(@"//.*$")]
    private static partial Regex Comment();
}
