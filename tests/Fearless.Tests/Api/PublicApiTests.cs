using System;
using System.IO;
using System.Linq;
using Xunit;

namespace Fearless.Tests.Api;

/// <summary>
/// A change of the public surface is a decision. To accept one, run this test with FEARLESS_ACCEPT_API set to the path of PublicApi.txt
/// and review what changed in it.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var actual = PublicSurface.Describe(typeof(Threads).Assembly);
        if (Environment.GetEnvironmentVariable("FEARLESS_ACCEPT_API") is { Length: > 0 } path)
        {
            File.WriteAllText(path, actual);
        }

        var approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Api", "PublicApi.txt")).ReplaceLineEndings("\n");
        var before = approved.Split('\n');
        var after = actual.Split('\n');
        Assert.True(
            approved == actual,
            $"The public surface changed.\nRemoved:\n  {string.Join("\n  ", before.Except(after))}\nAdded:\n  {string.Join("\n  ", after.Except(before))}");
    }
}
