using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>Virtual time: it moves only when the explorer lets a timeout fire.</summary>
internal static class Clock
{
    public static long Now => Execution.Controlling?.Now ?? 0;

    /// <summary>Both answers are tried.</summary>
    public static bool HasPassed(long since, long ticks) => Now - since >= ticks || (Execution.Controlling?.Flip() ?? false);
}
