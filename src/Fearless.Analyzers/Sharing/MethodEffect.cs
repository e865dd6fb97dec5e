using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>What a method does to its object, and where.</summary>
internal readonly struct MethodEffect(ObjectEffect effect, SyntaxNode? site)
{
    public static readonly MethodEffect None = new(ObjectEffect.None, null);
    public static readonly MethodEffect Unknown = new(ObjectEffect.Passed, null);

    public ObjectEffect Effect { get; } = effect;

    public SyntaxNode? Site { get; } = site;
}
