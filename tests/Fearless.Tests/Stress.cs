using System;
using System.Diagnostics;
using System.Globalization;

namespace Fearless.Tests;

/// <summary>A few hundred milliseconds in every run; as long as <c>FEARLESS_STRESS</c> (seconds) says when somebody wants to be sure.</summary>
internal static class Stress
{
    private static readonly double s_seconds =
        double.TryParse(Environment.GetEnvironmentVariable("FEARLESS_STRESS"), CultureInfo.InvariantCulture, out double seconds) ? seconds : 0.2;

    /// <summary>Runs whole rounds until the time is up, at least <paramref name="atLeast"/> of them.</summary>
    public static void Rounds(int atLeast, Action<int> round)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < atLeast || Stopwatch.GetElapsedTime(start).TotalSeconds < s_seconds; i++) round(i);
    }
}
