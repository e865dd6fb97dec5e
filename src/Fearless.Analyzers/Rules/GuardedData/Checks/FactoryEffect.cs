using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>What a factory does that must not be done twice, or by two threads at once.</summary>
internal sealed class FactoryEffect(SyntaxNode site, string problem, string advice, string? kind)
{
    public SyntaxNode Site { get; } = site;

    public string Problem { get; } = problem;

    public string Advice { get; } = advice;

    public string? Kind { get; } = kind;
}
