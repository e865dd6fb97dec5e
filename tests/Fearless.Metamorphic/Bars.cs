namespace Fearless.Metamorphic;

/// <summary>Shares of the verdicts that must hold.</summary>
internal static class Bars
{
    public const double OverAll = 0.93;
}
