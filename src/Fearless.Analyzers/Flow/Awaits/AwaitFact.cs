using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A value from before an await is used after it, and the await may go on on another thread.</summary>
/// <param name="name">What the code calls it.</param>
/// <param name="type">Its type.</param>
/// <param name="use">Where it is used afterwards.</param>
/// <param name="await">The await.</param>
internal sealed class AwaitFact(string name, ITypeSymbol type, SyntaxNode use, SyntaxNode await)
{
    public string Name { get; } = name;

    public ITypeSymbol Type { get; } = type;

    public SyntaxNode Use { get; } = use;

    public SyntaxNode Await { get; } = await;
}
