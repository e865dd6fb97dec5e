namespace Fearless.Analyzers;

/// <summary>The first digit of a rule ID.</summary>
internal static class RuleAreas
{
    public const string Types = "Fearless.Types";
    public const string Crossing = "Fearless.Crossing";
    public const string Guards = "Fearless.Guards";
    public const string GuardedData = "Fearless.GuardedData";
    public const string Ordering = "Fearless.Ordering";
    public const string Memory = "Fearless.Memory";
    public const string Async = "Fearless.Async";

    /// <summary>What is wrong with the suite, not with the code.</summary>
    public const string Suite = "Fearless.Suite";

    public static string Of(string id) => id["FEAR".Length] switch
    {
        '1' => Types,
        '2' => Crossing,
        '3' => Guards,
        '4' => GuardedData,
        '5' => Ordering,
        '6' => Memory,
        '7' => Async,
        _ => Suite,
    };
}
