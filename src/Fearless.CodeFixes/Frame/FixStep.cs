using Microsoft.CodeAnalysis;

namespace Fearless.CodeFixes;

/// <summary>One fix, carried out.</summary>
/// <param name="title">What the light bulb says; no final period.</param>
/// <param name="key">The same for all findings that this fix can be applied to at once (Fix All).</param>
/// <param name="root">The document afterwards.</param>
internal sealed class FixStep(string title, string key, SyntaxNode root)
{
    public string Title { get; } = title;

    public string Key { get; } = key;

    public SyntaxNode Root { get; } = root;
}
