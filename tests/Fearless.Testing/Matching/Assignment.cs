using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// The cheapest way to give every row a column of its own (the Hungarian method, with potentials).
/// A greedy choice would blame the wrong pair: a loose expectation could take what only a strict one fits.
/// </summary>
internal static class Assignment
{
    /// <summary>The column of each row; <paramref name="cost"/> must be square.</summary>
    public static int[] Solve(int[,] cost)
    {
        var size = cost.GetLength(0);
        var rowPotential = new int[size + 1];
        var columnPotential = new int[size + 1];
        var rowOfColumn = new int[size + 1]; // counted from 1; 0 = free
        var previous = new int[size + 1];
        for (var row = 1; row <= size; row++)
        {
            rowOfColumn[0] = row;
            var column = 0;
            var slack = new int[size + 1];
            Array.Fill(slack, int.MaxValue);
            var seen = new bool[size + 1];
            do
            {
                seen[column] = true;
                var (delta, next) = (int.MaxValue, 0);
                for (var j = 1; j <= size; j++)
                {
                    if (seen[j])
                    {
                        continue;
                    }

                    var reduced = cost[rowOfColumn[column] - 1, j - 1] - rowPotential[rowOfColumn[column]] - columnPotential[j];
                    if (reduced < slack[j])
                    {
                        (slack[j], previous[j]) = (reduced, column);
                    }

                    if (slack[j] < delta)
                    {
                        (delta, next) = (slack[j], j);
                    }
                }

                for (var j = 0; j <= size; j++)
                {
                    if (seen[j])
                    {
                        rowPotential[rowOfColumn[j]] += delta;
                        columnPotential[j] -= delta;
                    }
                    else if (j > 0)
                    {
                        slack[j] -= delta;
                    }
                }

                column = next;
            }
            while (rowOfColumn[column] != 0);

            for (; column != 0; column = previous[column])
            {
                rowOfColumn[column] = rowOfColumn[previous[column]];
            }
        }

        var result = new int[size];
        for (var j = 1; j <= size; j++)
        {
            result[rowOfColumn[j] - 1] = j - 1;
        }

        return result;
    }
}
