using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>One thing that a method does to a lock, named as the method names it.</summary>
internal readonly struct LockStep(LockEffect effect, AccessPath path, SyntaxNode syntax)
{
    public LockEffect Effect { get; } = effect;

    public AccessPath Path { get; } = path;

    public SyntaxNode Syntax { get; } = syntax;
}
