using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Fearless.Benchmarks;

/// <summary>
/// Ratios in one process. Ours and theirs take turns, round by round, so that whatever else the machine does hits both; the ratio is
/// the median of the rounds' ratios, which disturbed rounds do not move. Rounds are shorter than a scheduler's time slice, so that on a busy
/// machine most of them are not interrupted at all.
/// </summary>
internal static class Harness
{
    public static int Report(string[] args, Dictionary<string, Func<IEnumerable<Comparison>>> suites)
    {
        int rounds = 401;
        string only = "";
        bool undisturbed = false;
        var chosen = new List<string>();
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--rounds") rounds = int.Parse(args[++i], CultureInfo.InvariantCulture);
            else if (args[i] == "--only") only = args[++i];
            else if (args[i] == "--undisturbed") undisturbed = true;
            else chosen.Add(args[i]);
        }
        if (chosen.Count == 0 || chosen.Exists(name => !suites.ContainsKey(name)))
        {
            Console.Error.WriteLine($"usage: Fearless.Benchmarks <{string.Join('|', suites.Keys)}>… [--rounds n] [--only text] [--undisturbed]");
            return 2;
        }
        bool good = true;
        Console.WriteLine("| operation | ours ns | baseline | ns | ratio | at most |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (Comparison comparison in chosen.SelectMany(name => suites[name]()).Where(c => c.Name.Contains(only, StringComparison.Ordinal))) good &= Report(comparison, rounds, undisturbed);
        return good ? 0 : 1;
    }

    private static bool Report(Comparison comparison, int rounds, bool undisturbed)
    {
        double length = undisturbed ? 1 : comparison.RoundMilliseconds;
        int ours = Calibrate(comparison.Ours, length);
        int theirs = Calibrate(comparison.Theirs, length);
        var ourTimes = new double[rounds];
        var theirTimes = new double[rounds];
        var ratios = new double[rounds];
        for (int i = 0; i < rounds; i++)
        {
            // Who goes first alternates: the first may find the processor at another frequency.
            if (i % 2 == 0) ourTimes[i] = Time(comparison.Ours, ours);
            theirTimes[i] = Time(comparison.Theirs, theirs);
            if (i % 2 == 1) ourTimes[i] = Time(comparison.Ours, ours);
            ratios[i] = ourTimes[i] / theirTimes[i];
        }
        // On a machine that others keep busy, threads that hand over to each other seldom run at the same time: then the fastest rounds
        // (the second percentile of each) are those in which they did, as on a machine with a free processor.
        double quantile = undisturbed ? 0.02 : 0.5;
        double ourTime = Quantile(ourTimes, quantile);
        double theirTime = Quantile(theirTimes, quantile);
        double ratio = undisturbed ? ourTime / theirTime : Quantile(ratios, quantile);
        bool good = comparison.Limit is null || ratio <= comparison.Limit;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {comparison.Name} | {ourTime:F2} | {comparison.Baseline} | {theirTime:F2} | {ratio:F2}{(good ? "" : " ✗")} | {comparison.Limit?.ToString("F2", CultureInfo.InvariantCulture) ?? ""} |"));
        return good;
    }

    /// <summary>How many operations fill a round; also what brings the code to the last tier of the JIT.</summary>
    private static int Calibrate(IBenchmark benchmark, double roundMilliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 400) benchmark.Run(500);
        double nanoseconds = double.MaxValue;
        for (int i = 0; i < 20; i++) nanoseconds = Math.Min(nanoseconds, Time(benchmark, 1_000));
        return Math.Clamp((int)(roundMilliseconds * 1e6 / nanoseconds), 20, 50_000_000);
    }

    private static double Time(IBenchmark benchmark, int operations)
    {
        long start = Stopwatch.GetTimestamp();
        benchmark.Run(operations);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / operations;
    }

    private static double Quantile(double[] values, double quantile)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[(int)(sorted.Length * quantile)];
    }
}
