using System;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>One fix for one finding, checked to be possible, not yet carried out.</summary>
/// <param name="title">What the light bulb says; no final period.</param>
/// <param name="key">The same for all findings that this fix can be applied to at once (Fix All).</param>
/// <param name="apply">
/// Records its edits against the original tree. Fix All records those of several findings in one editor: an edit that several
/// of them need (a new field, say) must be asked for through <see cref="FixSession.Once"/>.
/// </param>
internal sealed class FixOffer(string title, string key, Action<DocumentEditor, FixSession> apply)
{
    public string Title { get; } = title;

    public string Key { get; } = key;

    public Action<DocumentEditor, FixSession> Apply { get; } = apply;
}
