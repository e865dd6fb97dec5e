using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Why a use is not on the thread that it should be on.</summary>
/// <param name="text">In words, <c>{line}</c> standing for the line of <paramref name="at"/>.</param>
/// <param name="at">The other place that the words speak of.</param>
/// <param name="canMark">A marker on the member around it would settle it.</param>
internal sealed class Trouble(string text, SyntaxNode? at = null, bool canMark = false)
{
    /// <summary>A check around it said so.</summary>
    public static readonly Trouble Denied = new("is used here where a check has just found that this is another thread");

    public string Text { get; } = text;

    public SyntaxNode? At { get; } = at;

    public bool CanMark { get; } = canMark;

    public static Trouble InWork(SyntaxNode start) => new("is used here by the work started at line {line}", start);

    public static Trouble Named(string code, string thread) => new($"is used by '{code}', which runs on the '{thread}' thread");

    public static Trouble Unmarked(string entry, bool isHere) => new(
        isHere ? $"is used by '{entry}', which anybody may call on any thread" : $"is used here for '{entry}', which anybody may call on any thread", canMark: isHere);
}
