using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A name is used although what it leads to may have left.</summary>
/// <param name="place">The name.</param>
/// <param name="use">Where.</param>
/// <param name="departure">How it left.</param>
internal sealed class DepartedUse(AccessPath place, SyntaxNode use, Departure departure)
{
    public AccessPath Place { get; } = place;

    public SyntaxNode Use { get; } = use;

    public Departure Departure { get; } = departure;
}
