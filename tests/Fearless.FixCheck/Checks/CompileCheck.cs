using System;
using System.Collections.Generic;
using System.Linq;

namespace Fearless.FixCheck;

/// <summary>Nothing that compiled stops compiling.</summary>
internal static class CompileCheck
{
    public static IEnumerable<string> Problems(Snapshot before, Snapshot after)
    {
        var known = before.Errors.GroupBy(Text).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        return after.Errors.GroupBy(Text)
            .Where(group => group.Count() > known.GetValueOrDefault(group.Key))
            .Select(static group => "does not compile: " + group.Key);
    }

    private static string Text(Microsoft.CodeAnalysis.Diagnostic error) => $"{error.Id} {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
