using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>A variable, or <c>this</c>, that a closure uses and does not declare.</summary>
/// <param name="symbol">The local or parameter; for <c>this</c>, the type.</param>
/// <param name="type">The type of what is captured.</param>
/// <param name="use">The first use in the closure.</param>
internal sealed class Capture(ISymbol symbol, ITypeSymbol type, SyntaxNode use)
{
    public ISymbol Symbol { get; } = symbol;

    public ITypeSymbol Type { get; } = type;

    public SyntaxNode Use { get; } = use;

    public bool IsThis => Symbol is ITypeSymbol;
}
