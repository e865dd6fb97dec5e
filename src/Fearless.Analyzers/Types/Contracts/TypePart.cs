using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>A base or a piece of storage that keeps a type from being what it is marked as.</summary>
internal sealed class TypePart(ISymbol part, Explanation explanation)
{
    /// <summary>The base type, or the storage (see <see cref="Storage"/>).</summary>
    public ISymbol Part { get; } = part;

    /// <summary>From the marked type on.</summary>
    public Explanation Explanation { get; } = explanation;
}
