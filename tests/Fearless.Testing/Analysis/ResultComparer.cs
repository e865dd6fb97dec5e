using System;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares the results of two runs, whatever their order.</summary>
internal static class ResultComparer
{
    /// <summary>What only one of the runs reports; null = nothing.</summary>
    public static string? FindDifference(IEnumerable<Diagnostic> usual, IEnumerable<Diagnostic> other)
    {
        var left = usual.Select(ToKey).ToList();
        var right = other.Select(ToKey).ToList();
        var missing = Subtract(left, right);
        var extra = Subtract(right, left);
        return missing.Count + extra.Count == 0
            ? null
            : string.Concat(missing.Select(static m => $"  only in the usual run  {m}\n"))
                + string.Concat(extra.Select(static e => $"  only in this run       {e}\n"));
    }

    private static List<string> Subtract(List<string> all, List<string> without)
    {
        var rest = all.Order(StringComparer.Ordinal).ToList();
        without.ForEach(item => rest.Remove(item));
        return rest;
    }

    // The message of AD0001 holds a stack trace, which need not be the same twice.
    private static string ToKey(Diagnostic diagnostic) => diagnostic.Id == "AD0001" ? diagnostic.Id : DiagnosticText.Describe(diagnostic);
}
