namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What becomes of the markup in a state's files.</summary>
public enum MarkupMode
{
    /// <summary>The text is taken as it is: markup is code.</summary>
    None,

    /// <summary>Markup is removed and means nothing; numbered locations still exist.</summary>
    Ignore,

    /// <summary>Markup of IDs that the code fix handles is removed; all other markup is an expectation.</summary>
    IgnoreFixable,

    /// <summary>All markup is an expectation.</summary>
    Allow,
}
