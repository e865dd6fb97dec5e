using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>What a method does, without any lock, to an object that its caller can name: this, an argument, a static.</summary>
/// <param name="path">The location or object, from the method's point of view.</param>
/// <param name="isSlot">A field itself, not the object that it refers to.</param>
/// <param name="isWrite">It changes; otherwise it is only read.</param>
/// <param name="site">The operation that does it.</param>
/// <param name="via">The calls that lead there, the outermost first.</param>
internal sealed class Effect(AccessPath path, bool isSlot, bool isWrite, SyntaxNode site, ImmutableArray<SyntaxNode> via)
{
    public AccessPath Path { get; } = path;

    public bool IsSlot { get; } = isSlot;

    public bool IsWrite { get; } = isWrite;

    public SyntaxNode Site { get; } = site;

    public ImmutableArray<SyntaxNode> Via { get; } = via;
}
