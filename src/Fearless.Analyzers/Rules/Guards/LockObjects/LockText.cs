using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>
/// Whether the text of a file can lock anything at all. To find the assignments of a lock field, every reference to a member is looked at;
/// most files never pay for it.
/// </summary>
internal static class LockText
{
    private static readonly ConditionalWeakTable<SyntaxTree, object> _answers = new();
    private static readonly object _yes = new();
    private static readonly object _no = new();

    public static bool Mentions(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Mentions(part.SyntaxTree))
                return true;
        }

        return false;
    }

    public static bool Mentions(SyntaxTree tree) =>
        _answers.GetValue(tree, static tree => Search(tree.GetText().ToString()) ? _yes : _no) == _yes;

    private static bool Search(string text) => text.IndexOf("Monitor", StringComparison.Ordinal) >= 0 || HasWord(text, "lock");

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if ((at == 0 || !IsLetter(text[at - 1])) && (end == text.Length || !IsLetter(text[end])))
                return true;
        }

        return false;
    }

    private static bool IsLetter(char c) => c == '_' || char.IsLetterOrDigit(c);
}
