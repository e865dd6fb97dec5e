namespace Microsoft.CodeAnalysis.Testing;

/// <summary>How closely a fixer's syntax tree must agree with what the parser makes of its text.</summary>
public enum CodeActionValidationMode
{
    None,

    /// <summary>The same nodes and tokens.</summary>
    SemanticStructure,

    /// <summary>Trivia too.</summary>
    Full,
}
