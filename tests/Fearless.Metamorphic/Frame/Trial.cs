using System.Collections.Generic;
using Fearless.Cases;

namespace Fearless.Metamorphic.Frame;

/// <summary>One program of a case in another spelling.</summary>
/// <param name="Transformation">Its name.</param>
/// <param name="Case">The case.</param>
/// <param name="IsBug">The program with the bug, or else its repaired twin.</param>
/// <param name="Holds">The verdict is the same as on the program as it was written.</param>
/// <param name="Before">Rules that caught the bug.</param>
/// <param name="Now">Rules that report something in the other spelling.</param>
/// <param name="Error">Of the compiler, on a place or a program that was given up.</param>
/// <param name="WasApplied">False if nothing is left but the error.</param>
internal sealed record Trial(
    string Transformation,
    Case Case,
    bool IsBug,
    bool WasApplied,
    bool Holds,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> Now,
    string? Error)
{
    /// <summary>A line of the golden file.</summary>
    public override string ToString() => IsBug
        ? $"{Transformation} {Case.Key} lost {string.Join(' ', Before)}{(Now.Count == 0 ? "" : " elsewhere " + string.Join(' ', Now))}"
        : $"{Transformation} {Case.Key} noisy {string.Join(' ', Now)}";
}
