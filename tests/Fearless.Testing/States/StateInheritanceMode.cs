namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a fixed state takes from the state before it.</summary>
public enum StateInheritanceMode
{
    /// <summary>Content that it does not give itself, and expected diagnostics that the fix does not handle.</summary>
    AutoInherit,

    /// <summary>The same with all expected diagnostics.</summary>
    AutoInheritAll,

    /// <summary>Nothing.</summary>
    Explicit,
}
