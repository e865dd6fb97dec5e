using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

/// <summary>A meta-test names everything that is wrong, not the first thing only.</summary>
internal static class Problems
{
    public static void AssertNone(IEnumerable<string?> problems)
    {
        var found = problems.OfType<string>().ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
