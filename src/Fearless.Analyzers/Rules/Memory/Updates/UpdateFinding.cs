using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>One update that is not one step.</summary>
internal sealed class UpdateFinding(SyntaxNode primary, SyntaxNode? other, string problem, string advice, string? kind = null)
{
    public SyntaxNode Primary { get; } = primary;

    public SyntaxNode? Other { get; } = other;

    public string Problem { get; } = problem;

    public string Advice { get; } = advice;

    /// <summary>Which fix it is for.</summary>
    public string? Kind { get; } = kind;
}
