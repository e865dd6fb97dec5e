namespace Fearless.Analyzers;

/// <summary>A check and the act that relies on it.</summary>
internal sealed class CheckFinding(ConcurrentCall check, ConcurrentCall act, string problem, string advice, string? kind)
{
    public ConcurrentCall Check { get; } = check;

    public ConcurrentCall Act { get; } = act;

    public string Problem { get; } = problem;

    public string Advice { get; } = advice;

    /// <summary>Which fix it is for.</summary>
    public string? Kind { get; } = kind;
}
