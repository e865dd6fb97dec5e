using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Fearless.Package.Tests;

/// <summary>The samples, with the packages in place of the repository's projects.</summary>
[Collection(nameof(ScratchProjects))]
public sealed class SampleTests(ScratchProjects scratch)
{
    [Fact]
    public void Before_has_the_expected_findings() => Assert.Equal(
        File.ReadAllLines(Path.Combine(SourceTree.Root, "samples", "BankTransfer", "Before", "expected.txt")),
        scratch.Build.FindingsOf("BankTransfer.Before").Order(StringComparer.Ordinal));

    [Fact]
    public void After_is_clean() => Assert.Empty(Sarif.Findings(scratch.Log("SampleAfter")));
}
