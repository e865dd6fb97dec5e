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

    /// <summary>Both places of the other lie between the two of this one.</summary>
    public bool Encloses(UpdateFinding inner) => inner != this && Other is { } end && inner.Other is { } innerEnd && inner.Primary.SyntaxTree == Primary.SyntaxTree
        && inner.Primary.SpanStart > Primary.SpanStart && innerEnd.SpanStart < end.SpanStart;
}
