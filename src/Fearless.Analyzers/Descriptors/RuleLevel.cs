namespace Fearless.Analyzers;

/// <summary>How sure a rule is of itself. The level, not a raw severity, decides in which <see cref="FearlessMode"/> it is on and how loud.</summary>
internal enum RuleLevel
{
    /// <summary>The program hangs, or throws, whenever the line runs.</summary>
    Certain,

    /// <summary>A race, a deadlock or a misuse that needs an unlucky schedule.</summary>
    Warning,

    /// <summary>Worth a look; a careful person may decide against it.</summary>
    Suggestion,

    /// <summary>Off unless the mode is strict: it reports what is not known.</summary>
    Strict,
}
