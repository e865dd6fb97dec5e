using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>How started work comes to a member.</summary>
/// <param name="start">Where the work is started.</param>
/// <param name="through">The member that it calls first on the way; null: the member itself.</param>
internal sealed class SpawnPath(SyntaxNode start, ISymbol? through)
{
    public SyntaxNode Start { get; } = start;

    public ISymbol? Through { get; } = through;
}
