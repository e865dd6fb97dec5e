using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Pairs expected and actual diagnostics by least distance; fails unless all pairs are perfect.</summary>
internal static class DiagnosticMatcher
{
    private const int Unpaired = 1000;

    public static void Verify(EvaluatedState state, ImmutableArray<Diagnostic> actual, IVerifier verifier)
    {
        var pairs = Pair(state.Expected, actual);
        if (!pairs.All(static p => p.IsMatch))
        {
            verifier.Fail(MismatchReport.Write(state, pairs));
        }
    }

    public static ImmutableArray<DiagnosticPair> Pair(ImmutableArray<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual)
    {
        var size = Math.Max(expected.Length, actual.Length);
        var cost = new int[size, size];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                cost[row, column] = row < expected.Length && column < actual.Length
                    ? DiagnosticDistance.Measure(expected[row], actual[column]).Cost
                    : Unpaired;
            }
        }

        var columns = Assignment.Solve(cost);
        return [.. Enumerable.Range(0, size).SelectMany(row => ToPairs(expected, actual, row, columns[row]))];
    }

    private static IEnumerable<DiagnosticPair> ToPairs(
        ImmutableArray<DiagnosticResult> expected, ImmutableArray<Diagnostic> actual, int row, int column)
    {
        if (row >= expected.Length)
        {
            return [new(null, actual[column], Mismatch.None)];
        }

        if (column >= actual.Length)
        {
            return [new(expected[row], null, Mismatch.None)];
        }

        var distance = DiagnosticDistance.Measure(expected[row], actual[column]);
        return distance.IsUnrelated
            ? [new(expected[row], null, Mismatch.None), new(null, actual[column], Mismatch.None)]
            : [new(expected[row], actual[column], distance.Mismatch)];
    }
}
