using System;
using System.Diagnostics;
using System.Globalization;

namespace Fearless.Tests.Support;

/// <summary>Repeats a race: a fixed number of rounds in a normal run, and for FEARLESS_STRESS seconds when that variable is set.</summary>
internal static class Repeat
{
    private static readonly double Seconds =
        double.TryParse(Environment.GetEnvironmentVariable("FEARLESS_STRESS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    public static void Run(int rounds, Action<int> round)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rounds || watch.Elapsed.TotalSeconds < Seconds; i++)
        {
            round(i);
        }
    }
}
