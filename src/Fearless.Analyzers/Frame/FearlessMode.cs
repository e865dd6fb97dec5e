namespace Fearless.Analyzers;

/// <summary>How much is asked for: <c>FearlessMode</c> in the project file.</summary>
internal enum FearlessMode
{
    None,
    Default,

    /// <summary>Like <see cref="Default"/>, and what is not known counts as a finding in ordinary .NET code too.</summary>
    Strict,

    All,
}
