using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Fearless.Package.Tests;

/// <summary>What a command of the SDK printed.</summary>
internal sealed partial record DotnetResult(string Command, int ExitCode, string Output)
{
    public DotnetResult AssertSuccess()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    /// <summary>The lines that are about one project, without paths; each finding once.</summary>
    public string[] FindingsOf(string project) =>
        [.. Finding().Matches(Output)
            .Where(match => Path.GetFileNameWithoutExtension(match.Groups["project"].Value) == project)
            .Select(static match => $"{Path.GetFileName(match.Groups["file"].Value)}{match.Groups["rest"].Value}")
            .Distinct()];

    [GeneratedRegex(@"^\s*(?<file>[^\r\n(]+)(?<rest>\([0-9,]+\): (warning|error) [^\r\n]*?) \[(?<project>[^\]\r\n]+?)(::[^\]]*)?\]\r?$", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
