using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A variable is used although its object may have been given away.</summary>
/// <param name="variable">The variable that is used.</param>
/// <param name="use">Where.</param>
/// <param name="movedAt">The call that has taken the object.</param>
internal sealed class MoveFact(ISymbol variable, SyntaxNode use, SyntaxNode movedAt)
{
    public ISymbol Variable { get; } = variable;

    public SyntaxNode Use { get; } = use;

    public SyntaxNode MovedAt { get; } = movedAt;
}
