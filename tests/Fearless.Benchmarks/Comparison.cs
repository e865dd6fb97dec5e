namespace Fearless.Benchmarks;

/// <summary>One row of the table: ours against the BCL's, in the same process, with the ratio that must not be exceeded.</summary>
/// <param name="Name">The operation.</param>
/// <param name="Baseline">What it is measured against.</param>
/// <param name="Limit">The highest ratio that is acceptable; null: for information.</param>
/// <param name="Ours">Runs the operation as often as it is told, on as many threads as it likes.</param>
/// <param name="Theirs">The same with the baseline.</param>
/// <param name="RoundMilliseconds">How long a round is: more where starting a round wakes other threads.</param>
internal sealed record Comparison(
    string Name, string Baseline, double? Limit, IBenchmark Ours, IBenchmark Theirs, double RoundMilliseconds = 1);
