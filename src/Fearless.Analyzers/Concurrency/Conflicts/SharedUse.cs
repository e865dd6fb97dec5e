using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>One use of an object, here or in a method that is called here.</summary>
/// <param name="access">The object's name, and what holds here; a write if the object changes.</param>
/// <param name="isSlot">A field itself, not the object that it refers to.</param>
/// <param name="site">The operation that uses it.</param>
/// <param name="via">The calls that lead there; the first is the one here.</param>
internal sealed class SharedUse(AccessFact access, bool isSlot, SyntaxNode site, ImmutableArray<SyntaxNode> via)
{
    public AccessFact Access { get; } = access;

    public bool IsSlot { get; } = isSlot;

    public bool IsWrite => Access.IsWrite;

    public SyntaxNode Site { get; } = site;

    public ImmutableArray<SyntaxNode> Via { get; } = via;
}
